-- Every purpose may ask whether something is refused; few may read the entries.
create function suppression.refused(prints bytea[]) returns table (kind text, since_at timestamptz)
    language sql stable security definer set search_path = pg_catalog as $$
    select e.kind, max(e.since_at)
      from suppression.entry e
     where e.canonical_print = any(prints) and e.lifted_at is null
     group by e.kind
$$;

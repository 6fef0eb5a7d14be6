-- Stamps of forms that are kept together are spent together. Gives back those that were not spent before.
create function doors.spend(nonces bytea[], until timestamptz[]) returns setof bytea
    language sql security definer set search_path = pg_catalog as $$
    insert into doors.spent_stamp (nonce, expires_at)
    select s.nonce, s.expires_at
      from unnest(nonces, until) as s (nonce, expires_at)
        on conflict do nothing
 returning nonce
$$;
revoke all on function doors.spend from public;

-- Whoever has an e-mail address in common with one of these people, and they themselves: by the prints of addresses, which marketing does not read.
create function marketing.sharing(people uuid[]) returns setof uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select unnest(people)
    union
    select o.person_id
      from register.contact_point c
      join register.contact_point o on o.canonical_print = c.canonical_print and o.kind = c.kind
     where c.person_id = any(people) and c.kind = 'email' and o.person_id is not null
$$;
revoke all on function marketing.sharing from public;

-- Of these people, those whom nobody is changing at this moment, held as they are until what is due for them is done. Whoever is being banned just now is
-- passed over and waited for by nobody.
create function flows.held(people uuid[]) returns setof uuid
    language sql security definer set search_path = pg_catalog as $$
    select p.person_id from register.person p where p.person_id = any(people) and (p.standing & 31) = 0 for key share skip locked
$$;
revoke all on function flows.held from public;

-- Whoever is laid into a queue must still be the one who was judged when the row is written: a ban that committed meanwhile made the foreign key fail at the end,
-- and all of a large campaign was laid out again, and again. The people are held first, in the order in which a ban holds them; a ban that is being made is
-- waited for, and whoever it hides is left out.
create function marketing.free(people uuid[]) returns table (person_id uuid, standing smallint)
    language sql security definer set search_path = pg_catalog as $$
    select p.person_id, p.standing
      from register.person p
     where p.person_id = any(people) and (p.standing & 31) = 0
     order by p.person_id
       for key share
$$;
revoke all on function marketing.free from public;

-- Something of the person's own doing moves the end of keeping, in whatever purpose it comes in: marketing may not write people otherwise.
create function register.person_acted(subject uuid, happened timestamptz) returns void
    language sql security definer set search_path = pg_catalog as $$
    update register.person p
       set last_act_at = greatest(p.last_act_at, happened)
     where p.person_id = subject and (p.standing & 8) = 0
$$;

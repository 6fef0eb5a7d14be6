-- No door goes round suppression: whatever writes a contact point, the fingerprints are compared here. A marketing ban marks the person
-- (the row is kept); an erased identifier from a source that is not the person's own is refused.
create function register.refuse_recollection(prints bytea[], sources text[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if exists (select 1
                 from unnest(prints, sources) as a (canonical_print, source)
                 join suppression.entry e on e.canonical_print = a.canonical_print
                where e.kind = 'recollection' and e.lifted_at is null
                  and a.source in ('public-web', 'bought-list', 'visitor-identification', 'other-system')) then
        raise exception 'seloste: erased identifiers are not collected again from this source'
            using errcode = 'SL001', constraint = 'suppression_recollection';
    end if;
end $$;

create function register.mark_banned(people uuid[], prints bytea[]) returns void
    language sql security definer set search_path = pg_catalog as $$
    update register.person p
       set standing = (p.standing | 1)::smallint
     where (p.standing & 1) = 0
       and p.person_id in (select a.person_id
                             from unnest(people, prints) as a (person_id, canonical_print)
                             join suppression.entry e on e.canonical_print = a.canonical_print
                            where e.kind = 'marketing-ban' and e.lifted_at is null and a.person_id is not null)
$$;

create function register.guard_arrived() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform register.refuse_recollection(array_agg(a.canonical_print), array_agg(a.source)) from arrived a;
    perform register.mark_banned(array_agg(a.person_id), array_agg(a.canonical_print)) from arrived a;
    return null;
end $$;

-- A change of standing reaches these rows by cascade and is no arrival: only altered fingerprints and sources are compared.
create function register.guard_altered() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform register.refuse_recollection(array_agg(a.canonical_print), array_agg(a.source))
       from arrived a join departed d using (contact_point_id)
      where (a.canonical_print, a.source) is distinct from (d.canonical_print, d.source);
    perform register.mark_banned(array_agg(a.person_id), array_agg(a.canonical_print))
       from arrived a join departed d using (contact_point_id)
      where (a.canonical_print, a.person_id) is distinct from (d.canonical_print, d.person_id);
    return null;
end $$;

create trigger contact_point_arrived after insert on register.contact_point
    referencing new table as arrived for each statement execute function register.guard_arrived();
create trigger contact_point_altered after update on register.contact_point
    referencing new table as arrived old table as departed for each statement execute function register.guard_altered();
revoke execute on function register.refuse_recollection, register.mark_banned from public;

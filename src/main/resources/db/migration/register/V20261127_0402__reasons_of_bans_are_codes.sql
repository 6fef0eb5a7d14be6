-- What an employee writes of a ban is about the person and goes with the person; the list of prints outlives them both, so it keeps a code
-- and never the words. The person and whoever shares an address are found by one list of ids: joined by "or", they were looked for among all.
update suppression.entry set reason = 'objection' where kind = 'marketing-ban' and reason not in ('objection', 'import', 'journal', 'request');
create or replace function register.ban_person(subject uuid, shared_too boolean, key_version integer, reason text, request uuid,
                                    happened timestamptz, actor_kind text, actor_id uuid, actor_name text)
    returns setof uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
    who uuid := register.person_now(subject);
    one uuid;
begin
    if who is null then
        raise exception 'seloste: no such person' using errcode = 'SL404';
    end if;
    insert into suppression.entry
           (entry_id, kind, channel, strict_print, canonical_print, key_version, since_at, reason, request_id)
    select gen_random_uuid(), 'marketing-ban', c.kind, c.strict_print, c.canonical_print, c.key_version, happened, 'objection', request
      from (select distinct on (p.strict_print) p.kind, p.strict_print, p.canonical_print, p.key_version
              from register.contact_point p
             where p.person_id = who and p.kind in ('email', 'phone') and (shared_too or p.usage <> 'shared')) c
     where not exists (select 1
                         from suppression.entry e
                        where e.kind = 'marketing-ban' and e.strict_print = c.strict_print and e.lifted_at is null);
    for one in
        select p.person_id
          from register.person p
         where (p.standing & 1) = 0
           and p.person_id in (select who
                               union
                               select o.person_id
                                 from register.contact_point m
                                 join register.contact_point o on o.canonical_print = m.canonical_print
                                where m.person_id = who and m.kind in ('email', 'phone') and o.person_id is not null
                                  and (shared_too or (m.usage <> 'shared' and o.usage <> 'shared')))
         order by p.person_id
           for update
    loop
        update register.person
           set standing = (standing | 1)::smallint, version = version + 1, changed_at = happened
         where person_id = one;
        perform register.note_ban(one, null, ban_person.reason, happened, ban_person.actor_kind, ban_person.actor_id, ban_person.actor_name);
        return next one;
    end loop;
end $$;

-- A merged person or organisation leaves an alias; whoever holds the old id reaches the one that was kept.
create function register.person_now(subject uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog as $$
    with recursive way as (
        select p.person_id, p.merged_into from register.person p where p.person_id = subject
        union
        select p.person_id, p.merged_into from way w join register.person p on p.person_id = w.merged_into)
    select w.person_id from way w where w.merged_into is null
$$;

create function register.organisation_now(organisation uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog as $$
    with recursive way as (
        select o.organisation_id, o.merged_into from register.organisation o where o.organisation_id = organisation
        union
        select o.organisation_id, o.merged_into from way w join register.organisation o on o.organisation_id = w.merged_into)
    select w.organisation_id from way w where w.merged_into is null
$$;

-- The history of a ban or its end. Marketing and public pages write it through the acts below and read none of it.
create function register.note_ban(subject uuid, was text, became text, happened timestamptz, actor_kind text, actor_id uuid, actor_name text)
    returns void language sql security definer set search_path = pg_catalog as $$
    insert into register.change
           (change_id, entity, entity_id, person_id, standing, field, old_value, new_value, at, actor_kind, actor_id, actor_name)
    select gen_random_uuid(), 'person', p.person_id, p.person_id, p.standing, 'marketing-ban', was, became, happened,
           note_ban.actor_kind, note_ban.actor_id, note_ban.actor_name
      from register.person p
     where p.person_id = subject
$$;
revoke all on function register.note_ban from public;

-- Art. 21(2), (3): a ban by the person covers each address and number of theirs, and every other row that is reached by them. It crosses logins,
-- so it is one function that any purpose may call. Gives back whom it banned; an unknown person is an error, not silence.
create function register.ban_person(subject uuid, shared_too boolean, key_version integer, reason text, request uuid,
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
    select gen_random_uuid(), 'marketing-ban', c.kind, c.strict_print, c.canonical_print, ban_person.key_version, happened, ban_person.reason, request
      from (select distinct on (p.strict_print) p.kind, p.strict_print, p.canonical_print
              from register.contact_point p
             where p.person_id = who and p.kind in ('email', 'phone') and (shared_too or p.usage <> 'shared')) c
     where not exists (select 1
                         from suppression.entry e
                        where e.kind = 'marketing-ban' and e.strict_print = c.strict_print and e.lifted_at is null);
    for one in
        select p.person_id
          from register.person p
         where (p.standing & 1) = 0
           and (p.person_id = who
                or p.person_id in (select o.person_id
                                     from register.contact_point m
                                     join register.contact_point o on o.canonical_print = m.canonical_print
                                    where m.person_id = who and m.kind in ('email', 'phone') and o.person_id is not null
                                      and (shared_too or (m.usage <> 'shared' and o.usage <> 'shared'))))
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

-- Only the person's own verified act or an employee with proof ends a ban; the door sees to that, and marketing may not call this.
create function register.lift_ban(subject uuid, proof text, happened timestamptz, actor_kind text, actor_id uuid, actor_name text)
    returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
    who uuid := register.person_now(subject);
begin
    if who is null then
        raise exception 'seloste: no such person' using errcode = 'SL404';
    end if;
    update suppression.entry e
       set lifted_at = happened, lifted_by = lift_ban.actor_kind || coalesce(' ' || lift_ban.actor_id, '')
     where e.kind = 'marketing-ban' and e.lifted_at is null
       and e.canonical_print in (select c.canonical_print
                                   from register.contact_point c
                                  where c.person_id = who and c.kind in ('email', 'phone'));
    update register.person
       set standing = (standing & ~1)::smallint, version = version + 1, changed_at = happened
     where person_id = who and (standing & 1) = 1;
    if found then
        perform register.note_ban(who, 'banned', proof, happened, lift_ban.actor_kind, lift_ban.actor_id, lift_ban.actor_name);
        return true;
    end if;
    return false;
end $$;

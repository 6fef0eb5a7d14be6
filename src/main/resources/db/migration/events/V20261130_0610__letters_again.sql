-- A lost letter can be had again by registering again, and not for ever: the address may be somebody else's.
alter table events.participation add column asked_again integer not null default 0;

create or replace function events.register(id uuid, of_event uuid, who jsonb, answers jsonb, beyond boolean, happened timestamptz)
    returns table (participation_id uuid, became text, fresh boolean)
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    e events.event;
    known uuid;
    taken integer;
    line integer;
begin
    select * into e from events.event x where x.event_id = of_event for update;
    if not found or e.state not in ('open', 'closed') or (not beyond and (e.state <> 'open' or e.closes_at <= happened)) then
        return query select null::uuid, 'closed'::text, false;
        return;
    end if;
    select count(*) filter (where x.state = 'registered'), count(*) filter (where x.state = 'waiting')
      into taken, line
      from events.participation x
     where x.event_id = of_event;
    became := case when beyond or e.capacity is null or (taken < e.capacity and line = 0) then 'registered'
                   when e.waiting_list then 'waiting'
                   else 'full' end;
    select x.participation_id into known
      from events.participation x
     where x.event_id = of_event and x.address_key = who ->> 'key' and x.state in ('registered', 'waiting');
    if found then
        update events.participation x
           set told = null, asked_again = x.asked_again + 1
         where x.participation_id = known and x.written_at < happened - interval '10 minutes' and x.asked_again < 3;
        return query select known, became, false;
        return;
    end if;
    if became = 'full' then
        return query select null::uuid, became, false;
        return;
    end if;
    update events.event x set last_number = x.last_number + 1 where x.event_id = of_event;
    insert into events.participation
           (participation_id, event_id, person_id, standing, number, title, name, email, address_key, organisation, phone, language, way, state,
            asked_at, place_at, confirmed_at)
    select id, of_event, p.person_id, coalesce(p.standing, 4), e.last_number + 1, who ->> 'title', who ->> 'name', who ->> 'email', who ->> 'key',
           who ->> 'organisation', who ->> 'phone', who ->> 'language', who ->> 'way', became, happened,
           case when became = 'registered' then happened end, case when p.person_id is not null then happened end
      from (values (1)) one
      left join register.person p on p.person_id = register.person_now((who ->> 'person')::uuid);
    perform events.answered(id, answers, happened);
    return query select id, became, true;
end $$;

create or replace function events.link(of_participation uuid, to_person uuid, until timestamptz, happened timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    p register.person;
begin
    -- Whoever was erased or merged between the finding and the linking is not it: then the job looks again.
    select * into strict p from register.person x
     where x.person_id = to_person and (x.standing & 8) = 0 and x.merged_into is null
       for share;
    update events.participation x
       set person_id = p.person_id, standing = p.standing, confirm_by = until, confirmed_at = case when until is null then happened end
     where x.participation_id = of_participation and x.person_id is null;
    if not found then
        return false;
    end if;
    update events.answer a set person_id = p.person_id, standing = p.standing where a.participation_id = of_participation;
    update events.need n set person_id = p.person_id, standing = p.standing where n.participation_id = of_participation;
    return true;
end $$;

-- How many have a place and how many wait stands at the event, whatever adds, moves or removes a registration: a guest, the line, time, an erasure. Whoever
-- registers holds the event's row and reads two numbers, where all guests were counted before.
alter table events.event
    add column placed integer not null default 0,
    add column in_line integer not null default 0;
update events.event e
   set placed = k.placed, in_line = k.in_line
  from (select x.event_id, count(*) filter (where x.state = 'registered') as placed, count(*) filter (where x.state = 'waiting') as in_line
          from events.participation x
         group by x.event_id) k
 where e.event_id = k.event_id;
alter table events.event add constraint event_room check (placed >= 0 and in_line >= 0);

-- Places that nobody confirmed are looked for twice a minute: there are few, however many guests there are.
create index participation_unconfirmed on events.participation (event_id, confirm_by)
    where confirmed_at is null and confirm_by is not null and state in ('registered', 'waiting');

-- The guests of a statement, each that came as one more in its state and each that went as one less. Events are held in one order, so that two people who are
-- erased at once do not wait for each other. Whoever cancelled or lapsed had left the room before: what becomes of that row holds no event.
create function events.move_room(of_events uuid[], states text[], by_many integer[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform 1 from events.event e where e.event_id = any(of_events) order by e.event_id for no key update;
    update events.event e
       set placed = e.placed + k.placed, in_line = e.in_line + k.in_line
      from (select m.event_id, coalesce(sum(m.many) filter (where m.state = 'registered'), 0) as placed,
                   coalesce(sum(m.many) filter (where m.state = 'waiting'), 0) as in_line
              from unnest(of_events, states, by_many) as m (event_id, state, many)
             group by m.event_id) k
     where e.event_id = k.event_id and (k.placed <> 0 or k.in_line <> 0);
end $$;
revoke all on function events.move_room from public;

create function events.guests_counted() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if tg_op = 'INSERT' then
        perform events.move_room(array_agg(k.event_id), array_agg(k.state), array_agg(k.many))
           from (select a.event_id, a.state, count(*)::integer as many from arrived a
                  where a.state in ('registered', 'waiting') group by a.event_id, a.state) k
         having count(*) > 0;
    elsif tg_op = 'DELETE' then
        perform events.move_room(array_agg(k.event_id), array_agg(k.state), array_agg(k.many))
           from (select d.event_id, d.state, -count(*)::integer as many from departed d
                  where d.state in ('registered', 'waiting') group by d.event_id, d.state) k
         having count(*) > 0;
    else
        perform events.move_room(array_agg(k.event_id), array_agg(k.state), array_agg(k.many))
           from (select x.event_id, x.state, sum(x.one)::integer as many
                   from (select d.event_id, d.state, -1 as one from departed d union all select a.event_id, a.state, 1 from arrived a) x
                  where x.state in ('registered', 'waiting')
                  group by x.event_id, x.state
                 having sum(x.one) <> 0) k
         having count(*) > 0;
    end if;
    return null;
end $$;
revoke all on function events.guests_counted from public;

create trigger participation_arrived after insert on events.participation
    referencing new table as arrived for each statement execute function events.guests_counted();
create trigger participation_departed after delete on events.participation
    referencing old table as departed for each statement execute function events.guests_counted();
create trigger participation_altered after update on events.participation
    referencing old table as departed new table as arrived for each statement execute function events.guests_counted();

-- Takes a place, or one in the line, while the event's row is held: however many come at once, no place is given twice.
create or replace function events.register(id uuid, of_event uuid, who jsonb, answers jsonb, beyond boolean, happened timestamptz)
    returns table (participation_id uuid, became text, fresh boolean)
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    e events.event;
    known uuid;
begin
    select * into e from events.event x where x.event_id = of_event for update;
    if not found or e.state not in ('open', 'closed') or (not beyond and (e.state <> 'open' or e.closes_at <= happened)) then
        return query select null::uuid, 'closed'::text, false;
        return;
    end if;
    became := case when beyond or e.capacity is null or (e.placed < e.capacity and e.in_line = 0) then 'registered'
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

create or replace function events.come_again(of_participation uuid, happened timestamptz) returns text
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    e events.event;
    p events.participation;
    became text;
begin
    select x.* into strict p from events.participation x where x.participation_id = of_participation;
    select x.* into strict e from events.event x where x.event_id = p.event_id;
    if p.ended_by is distinct from 'guest' or e.state <> 'open' or e.closes_at <= happened
       or exists (select from events.participation o
                   where o.event_id = p.event_id and o.address_key = p.address_key and o.state in ('registered', 'waiting')) then
        return 'noted';
    end if;
    became := case when e.capacity is null or (e.placed < e.capacity and e.in_line = 0) then 'registered'
                   when e.waiting_list then 'waiting'
                   else 'full' end;
    if became = 'full' then
        update events.participation x set told = 'no-place' where x.participation_id = of_participation;
        return became;
    end if;
    update events.event x set last_number = x.last_number + 1 where x.event_id = p.event_id;
    update events.participation x
       set state = became, number = e.last_number + 1, place_at = case when became = 'registered' then happened end,
           confirmed_at = coalesce(x.confirmed_at, happened), ended_at = null, ended_by = null, again = x.again + 1
     where x.participation_id = of_participation;
    return became;
end $$;

create or replace function events.settle(of_event uuid, happened timestamptz) returns setof uuid
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    e events.event;
    free integer;
begin
    select * into e from events.event x where x.event_id = of_event for update;
    if not found or e.state not in ('open', 'closed') then
        return;
    end if;
    with lapsed as (
        update events.participation x
           set state = 'lapsed', ended_at = happened, ended_by = 'time'
         where x.event_id = of_event and x.state in ('registered', 'waiting') and x.confirmed_at is null and x.confirm_by <= happened
        returning x.participation_id),
    forgotten as (delete from events.answer a using lapsed l where a.participation_id = l.participation_id)
    delete from events.need n using lapsed l where n.participation_id = l.participation_id;
    if e.starts_at <= happened then
        return;
    end if;
    select x.capacity - x.placed into free from events.event x where x.event_id = of_event and x.in_line > 0;
    if not found then
        return;
    end if;
    return query
    update events.participation x
       set state = 'registered', place_at = happened
     where x.participation_id in (select w.participation_id
                                    from events.participation w
                                   where w.event_id = of_event and w.state = 'waiting'
                                   order by w.number
                                   limit case when e.capacity is null then null else greatest(free, 0) end)
    returning x.participation_id;
end $$;

-- What guests' calendar programs answer to the invitation by mail (RFC 5546), and what followed from it. Answers that prove nothing are remarks.
create table events.calendar_reply (
    reply_id         uuid        not null,
    participation_id uuid        not null,
    event_id         uuid        not null,
    person_id        uuid        not null,
    standing         smallint    not null,
    title            text        not null,
    answer           text        not null,
    proved           boolean     not null,
    followed         text        not null,
    words            text        not null,
    sequence         integer     not null,
    stamped_at       timestamptz not null,
    came_at          timestamptz not null,
    constraint calendar_reply_pk primary key (reply_id),
    constraint calendar_reply_participation foreign key (participation_id) references events.participation (participation_id) on delete cascade,
    constraint calendar_reply_event foreign key (event_id) references events.event (event_id),
    constraint calendar_reply_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade,
    constraint calendar_reply_once unique (participation_id, proved, sequence, stamped_at, answer),
    constraint calendar_reply_answer check (answer in ('accepted', 'declined', 'tentative')),
    constraint calendar_reply_followed
        check (followed in ('remark', 'late', 'noted', 'confirmed', 'cancelled', 'registered', 'waiting', 'full'))
);
create index calendar_reply_of_person on events.calendar_reply (person_id, standing, came_at);
create index calendar_reply_of_event on events.calendar_reply (event_id);

-- How often a guest came back who had cancelled: calendars take a place again only under a higher sequence than that of its cancellation.
alter table events.participation add column again integer not null default 0;

drop function events.own(uuid);
create function events.own(of_participation uuid)
    returns table (participation_id uuid, event_id uuid, person_id uuid, name text, email text, organisation text, phone text, language text,
                   state text, way text, confirmed_at timestamptz, confirm_by timestamptz, told text, again integer)
    language sql stable security definer set search_path = pg_catalog as $$
    select x.participation_id, x.event_id, x.person_id, x.name, x.email, x.organisation, x.phone, x.language, x.state, x.way, x.confirmed_at,
           x.confirm_by, x.told, x.again
      from events.participation x
     where x.participation_id = of_participation and (x.standing & 8) = 0
$$;

-- What an accepted answer of somebody comes to who had cancelled: the same registration stands again, at the end of the line.
create function events.come_again(of_participation uuid, happened timestamptz) returns text
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
    select case when e.capacity is null or (count(*) filter (where x.state = 'registered') < e.capacity and count(*) filter (where x.state = 'waiting') = 0)
                then 'registered'
                when e.waiting_list then 'waiting'
                else 'full' end
      into became
      from events.participation x
     where x.event_id = p.event_id;
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
revoke all on function events.come_again from public;

-- Keeps an answer of a calendar once, and does what follows: only a proved one, newer than all proved ones before it and given to the invitation as it
-- is now, changes a place. Nothing is said of a registration that the answer does not belong to.
create function events.replied(id uuid, of_participation uuid, what jsonb, happened timestamptz) returns text
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    e events.event;
    p events.participation;
    is_proved boolean := (what ->> 'proved')::boolean;
    said text := what ->> 'answer';
    of_sequence integer;
    asked integer;
    stamped timestamptz := least(coalesce((what ->> 'stamped')::timestamptz, happened), happened);
    followed text := 'noted';
begin
    perform 1
       from events.event x
       join events.participation y on y.event_id = x.event_id
      where y.participation_id = of_participation
        for update of x;
    select x.* into p from events.participation x
     where x.participation_id = of_participation and x.person_id is not null and (x.standing & 8) = 0 and x.address_key = what ->> 'key'
       for update;
    if not found
       or (select count(*) from events.calendar_reply r where r.participation_id = of_participation and r.proved = is_proved) >= 20 then
        return 'unknown';
    end if;
    select x.* into strict e from events.event x where x.event_id = p.event_id;
    asked := case when p.told like 'place.%' then split_part(p.told, '.', 2)::integer + 2 * p.again else 0 end;
    of_sequence := coalesce((what ->> 'sequence')::integer, asked);
    if exists (select from events.calendar_reply r
                where r.participation_id = of_participation and r.proved = is_proved and r.sequence = of_sequence and r.stamped_at = stamped
                  and r.answer = said) then
        return 'known';
    end if;
    if not is_proved then
        followed := 'remark';
    elsif of_sequence < asked
          or exists (select from events.calendar_reply r
                      where r.participation_id = of_participation and r.proved and (r.sequence, r.stamped_at) > (of_sequence, stamped)) then
        followed := 'late';
    elsif e.state not in ('open', 'closed') or e.starts_at <= happened then
        followed := 'noted';
    elsif said = 'declined' and p.state in ('registered', 'waiting') then
        perform events.cancel(of_participation, 'guest', happened);
        followed := 'cancelled';
    elsif said = 'accepted' and p.state = 'cancelled' then
        followed := events.come_again(of_participation, happened);
    elsif said = 'accepted' and events.confirm(of_participation, happened) then
        followed := 'confirmed';
    end if;
    insert into events.calendar_reply
           (reply_id, participation_id, event_id, person_id, standing, title, answer, proved, followed, words, sequence, stamped_at, came_at)
    values (id, of_participation, p.event_id, p.person_id, p.standing, p.title, said, is_proved, followed, what ->> 'words', of_sequence, stamped,
            happened);
    return followed;
end $$;

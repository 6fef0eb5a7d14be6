create schema events;

-- What takes place, when, for how many and what whoever registers is asked. Its words stand by language.
create table events.event (
    event_id     uuid        not null,
    version      integer     not null default 1,
    slug         text        not null,
    words        text        not null,
    asked        text        not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    zone         text        not null,
    closes_at    timestamptz not null,
    capacity     integer,
    waiting_list boolean     not null,
    state        text        not null,
    sequence     integer     not null default 0,
    last_number  integer     not null default 0,
    made_at      timestamptz not null,
    made_by      uuid,
    changed_at   timestamptz not null,
    constraint event_pk primary key (event_id),
    constraint event_slug_once unique (slug),
    constraint event_state check (state in ('draft', 'open', 'closed', 'cancelled', 'held')),
    constraint event_capacity check (capacity between 0 and 100000),
    constraint event_order check (ends_at >= starts_at and closes_at <= ends_at)
);
create index event_start on events.event (starts_at desc, event_id);
create index event_ahead on events.event (ends_at) where state in ('open', 'closed');

-- Letters before the start, each once: the time it left is written in the transaction that queues it.
create table events.reminder (
    reminder_id uuid        not null,
    event_id    uuid        not null,
    minutes     integer     not null,
    sent_at     timestamptz,
    constraint reminder_pk primary key (reminder_id),
    constraint reminder_event foreign key (event_id) references events.event (event_id),
    constraint reminder_once unique (event_id, minutes),
    constraint reminder_minutes check (minutes between 0 and 100000)
);

-- Campaigns that were made for an event, and what for.
create table events.invitation (
    campaign_id uuid        not null,
    event_id    uuid        not null,
    kind        text        not null,
    made_at     timestamptz not null,
    constraint invitation_pk primary key (campaign_id),
    constraint invitation_campaign foreign key (campaign_id) references marketing.campaign (campaign_id),
    constraint invitation_event foreign key (event_id) references events.event (event_id),
    constraint invitation_kind check (kind in ('invitation', 'thanks', 'missed'))
);
create index invitation_of_event on events.invitation (event_id, kind);

-- One person's registration. Whose it is, is found out by a job; until then it is hidden from marketing (standing 4), since it may be
-- somebody's who has banned it. told says what the last letter told, and so whether another is due.
create table events.participation (
    participation_id uuid        not null,
    event_id         uuid        not null,
    person_id        uuid,
    standing         smallint    not null,
    number           integer     not null,
    title            text        not null,
    name             text        not null,
    email            text        not null,
    address_key      text        not null,
    organisation     text,
    phone            text,
    language         text        not null,
    way              text        not null,
    state            text        not null,
    asked_at         timestamptz not null,
    place_at         timestamptz,
    confirmed_at     timestamptz,
    confirm_by       timestamptz,
    ended_at         timestamptz,
    ended_by         text,
    attended_at      timestamptz,
    attended_staff   uuid,
    told             text,
    written_at       timestamptz,
    constraint participation_pk primary key (participation_id),
    constraint participation_event foreign key (event_id) references events.event (event_id),
    constraint participation_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade,
    constraint participation_state check (state in ('registered', 'waiting', 'cancelled', 'lapsed')),
    constraint participation_way check (way in ('page', 'invitation', 'staff', 'program')),
    constraint participation_attended check (attended_at is null or state = 'registered')
);
create unique index participation_address_once on events.participation (event_id, address_key) where state in ('registered', 'waiting');
create index participation_of_event on events.participation (event_id, state, number);
create index participation_of_person on events.participation (person_id, standing, asked_at);

-- What somebody answered to the questions of an event.
create table events.answer (
    answer_id        uuid        not null,
    participation_id uuid        not null,
    person_id        uuid,
    standing         smallint    not null,
    question_id      text        not null,
    question         text        not null,
    value            text        not null,
    given_at         timestamptz not null,
    constraint answer_pk primary key (answer_id),
    constraint answer_participation foreign key (participation_id) references events.participation (participation_id) on delete cascade,
    constraint answer_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade
);
create index answer_of_participation on events.answer (participation_id);
create index answer_of_person on events.answer (person_id, standing);

-- Diets, allergies and needs of access may tell of somebody's health (Art. 9(1)): kept apart, upon words that were agreed to, and removed soon
-- after the event, whose end stands in the row.
create table events.need (
    need_id          uuid        not null,
    participation_id uuid        not null,
    person_id        uuid,
    standing         smallint    not null,
    question         text        not null,
    value            text        not null,
    agreed_words     text        not null,
    agreed_at        timestamptz not null,
    event_ends_at    timestamptz not null,
    constraint need_pk primary key (need_id),
    constraint need_participation foreign key (participation_id) references events.participation (participation_id) on delete cascade,
    constraint need_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade
);
create index need_of_participation on events.need (participation_id);
create index need_of_person on events.need (person_id, standing);
create index need_ends on events.need (event_ends_at);

-- The answers of one registration, as they are now; what was there before is gone.
create function events.answered(of_participation uuid, answers jsonb, happened timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    p events.participation;
begin
    select * into strict p from events.participation x where x.participation_id = of_participation;
    delete from events.answer a where a.participation_id = of_participation;
    delete from events.need n where n.participation_id = of_participation;
    insert into events.answer (answer_id, participation_id, person_id, standing, question_id, question, value, given_at)
    select gen_random_uuid(), p.participation_id, p.person_id, p.standing, a ->> 'id', a ->> 'question', a ->> 'value', happened
      from jsonb_array_elements(answers) a
     where a ->> 'agreed' is null;
    insert into events.need (need_id, participation_id, person_id, standing, question, value, agreed_words, agreed_at, event_ends_at)
    select gen_random_uuid(), p.participation_id, p.person_id, p.standing, a ->> 'question', a ->> 'value', a ->> 'agreed', happened, e.ends_at
      from jsonb_array_elements(answers) a
      join events.event e on e.event_id = p.event_id
     where a ->> 'agreed' is not null;
end $$;
revoke all on function events.answered from public;

-- Takes a place, or one in the line, while the event's row is held: however many come at once, no place is given twice. What it says of the
-- outcome is what a stranger would be told, so nobody learns whether an address had been registered.
create function events.register(id uuid, of_event uuid, who jsonb, answers jsonb, beyond boolean, happened timestamptz)
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
           set told = null
         where x.participation_id = known and x.written_at < happened - interval '10 minutes';
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

-- Whose registration it is. Of somebody known it waits until whoever reads the address has confirmed it.
create function events.link(of_participation uuid, to_person uuid, until timestamptz, happened timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    p register.person;
begin
    select * into strict p from register.person x where x.person_id = to_person for share;
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

create function events.confirm(of_participation uuid, happened timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    update events.participation x
       set confirmed_at = happened
     where x.participation_id = of_participation and x.confirmed_at is null and x.state in ('registered', 'waiting') and x.confirm_by > happened;
    return found;
end $$;

create function events.change_own(of_participation uuid, who jsonb, answers jsonb, happened timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    update events.participation x
       set name = who ->> 'name', organisation = who ->> 'organisation', phone = who ->> 'phone'
     where x.participation_id = of_participation and x.state in ('registered', 'waiting');
    if not found then
        return false;
    end if;
    perform events.answered(of_participation, answers, happened);
    return true;
end $$;

create function events.cancel(of_participation uuid, by_whom text, happened timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform 1
       from events.event e
       join events.participation x on x.event_id = e.event_id
      where x.participation_id = of_participation
        for update of e;
    update events.participation x
       set state = 'cancelled', ended_at = happened, ended_by = by_whom, attended_at = null, attended_staff = null
     where x.participation_id = of_participation and x.state in ('registered', 'waiting');
    if not found then
        return false;
    end if;
    delete from events.answer a where a.participation_id = of_participation;
    delete from events.need n where n.participation_id = of_participation;
    return true;
end $$;

-- Gives back places that nobody confirmed, then gives free places to those who wait, in their order. Says to whom a place was given.
create function events.settle(of_event uuid, happened timestamptz) returns setof uuid
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
    select e.capacity - count(*) into free from events.participation x where x.event_id = of_event and x.state = 'registered';
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

-- What was told for an event that does not take place is needed by nobody.
create function events.forget(of_event uuid) returns void
    language sql security definer set search_path = pg_catalog as $$
    delete from events.need n
     using events.participation p
     where p.event_id = of_event and n.participation_id = p.participation_id
$$;

-- An event's new end moves the day on which needs are removed.
create function events.moved(of_event uuid) returns void
    language sql security definer set search_path = pg_catalog as $$
    update events.need n
       set event_ends_at = e.ends_at
      from events.participation p
      join events.event e on e.event_id = p.event_id
     where p.event_id = of_event and n.participation_id = p.participation_id
$$;

-- Numbers of everybody, whoever they are.
create function events.numbers(of_events uuid[])
    returns table (event_id uuid, registered bigint, waiting bigint, unconfirmed bigint, ended bigint, attended bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select x.event_id, count(*) filter (where x.state = 'registered'), count(*) filter (where x.state = 'waiting'),
           count(*) filter (where x.state in ('registered', 'waiting') and x.confirmed_at is null),
           count(*) filter (where x.state in ('cancelled', 'lapsed')), count(*) filter (where x.attended_at is not null)
      from events.participation x
     where x.event_id = any(of_events)
     group by x.event_id
$$;

-- Somebody's own registration, for whoever holds its link; also what a letter about it is made of. A letter that somebody asked for by registering
-- is no marketing, and reaches whoever has banned that or has had the use of their data restricted since.
create function events.own(of_participation uuid)
    returns table (participation_id uuid, event_id uuid, person_id uuid, name text, email text, organisation text, phone text, language text,
                   state text, way text, confirmed_at timestamptz, confirm_by timestamptz, told text)
    language sql stable security definer set search_path = pg_catalog as $$
    select x.participation_id, x.event_id, x.person_id, x.name, x.email, x.organisation, x.phone, x.language, x.state, x.way, x.confirmed_at,
           x.confirm_by, x.told
      from events.participation x
     where x.participation_id = of_participation and (x.standing & 8) = 0
$$;

create function events.own_answers(of_participation uuid) returns table (question_id text, value text)
    language sql stable security definer set search_path = pg_catalog as $$
    select a.question_id, a.value from events.answer a where a.participation_id = of_participation
    union all
    select 'need', n.value from events.need n where n.participation_id = of_participation
$$;

-- Marks what a letter is about to tell; only who changes the mark writes the letter.
create function events.told(of_participation uuid, before text, now_told text, happened timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    update events.participation x
       set told = now_told, written_at = happened
     where x.participation_id = of_participation and x.told is not distinct from before;
    return found;
end $$;

-- Whom a letter about the event concerns: everybody who was told something of it and may still come.
create function events.to_write(of_event uuid) returns setof uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select x.participation_id
      from events.participation x
     where x.event_id = of_event and x.state in ('registered', 'waiting') and (x.standing & 8) = 0
     order by x.number
$$;

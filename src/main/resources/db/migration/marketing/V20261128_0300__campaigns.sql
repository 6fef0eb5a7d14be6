create schema marketing;

-- Whom a campaign may be sent to, as conditions; who that is is found anew each time it is looked at, and frozen when a campaign starts.
create table marketing.audience (
    audience_id uuid        not null,
    version     integer     not null default 1,
    name        text        not null,
    criteria    text        not null,
    made_at     timestamptz not null,
    made_by     uuid,
    changed_at  timestamptz not null,
    constraint audience_pk primary key (audience_id)
);
create index audience_changed on marketing.audience (changed_at desc, audience_id);

create table marketing.campaign (
    campaign_id uuid        not null,
    version     integer     not null default 1,
    name        text        not null,
    purpose     text        not null,
    sender_name text        not null,
    reply_to    text,
    audience_id uuid,
    content     text        not null,
    per_minute  integer     not null,
    state       text        not null,
    starts_at   timestamptz,
    made_at     timestamptz not null,
    made_by     uuid,
    changed_at  timestamptz not null,
    begun_at    timestamptz,
    ended_at    timestamptz,
    constraint campaign_pk primary key (campaign_id),
    constraint campaign_audience foreign key (audience_id) references marketing.audience (audience_id),
    constraint campaign_state check (state in ('draft', 'scheduled', 'sending', 'paused', 'sent', 'cancelled')),
    constraint campaign_pace check (per_minute between 0 and 100000),
    constraint campaign_scheduled check (state <> 'scheduled' or starts_at is not null)
);
create index campaign_changed on marketing.campaign (changed_at desc, campaign_id);
create index campaign_audience_id on marketing.campaign (audience_id);
create index campaign_at_work on marketing.campaign (state) where state in ('scheduled', 'sending');

-- What was done with a campaign and by whom: a state is a row, not a flag.
create table marketing.act (
    act_id      uuid        not null,
    campaign_id uuid        not null,
    kind        text        not null,
    done_at     timestamptz not null,
    done_by     uuid,
    by_name     text        not null,
    note        text,
    constraint act_pk primary key (act_id),
    constraint act_campaign foreign key (campaign_id) references marketing.campaign (campaign_id),
    constraint act_kind check (kind in ('made', 'tested', 'scheduled', 'started', 'paused', 'resumed', 'cancelled', 'ended'))
);
create index act_of_campaign on marketing.act (campaign_id, done_at, act_id);

-- Who was left out when the campaign started, as numbers by reason: names would tell marketing who is banned.
create table marketing.exclusion (
    campaign_id uuid    not null,
    reason      text    not null,
    people      integer not null,
    constraint exclusion_pk primary key (campaign_id, reason),
    constraint exclusion_campaign foreign key (campaign_id) references marketing.campaign (campaign_id)
);

-- One message to one person. Its standing is the person's, so a row of somebody who bans marketing vanishes from marketing's sight in the
-- transaction of the ban, waiting or sent.
create table marketing.delivery (
    delivery_id uuid        not null,
    campaign_id uuid        not null,
    person_id   uuid        not null,
    standing    smallint    not null,
    address     text        not null,
    language    text        not null,
    subject     text        not null,
    state       text        not null,
    reason      text,
    queued_at   timestamptz not null,
    next_at     timestamptz not null,
    taken_at    timestamptz,
    taken_by    uuid,
    attempts    integer     not null default 0,
    uncertain   boolean     not null default false,
    done_at     timestamptz,
    constraint delivery_pk primary key (delivery_id),
    constraint delivery_campaign foreign key (campaign_id) references marketing.campaign (campaign_id),
    constraint delivery_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade,
    constraint delivery_state check (state in ('waiting', 'taken', 'sent', 'skipped', 'failed'))
);
create index delivery_of_person on marketing.delivery (person_id, standing, queued_at);
create index delivery_waiting on marketing.delivery (campaign_id, next_at, delivery_id) where state = 'waiting';
create index delivery_taken on marketing.delivery (campaign_id, taken_by) where state = 'taken';
create index delivery_pace on marketing.delivery (campaign_id, taken_at) where taken_at is not null;
create index delivery_queued on marketing.delivery (queued_at);

-- How many messages are in which state, kept as they move: additions only, drawn together now and then, so that no two senders wait for one
-- row, and the numbers outlive the rows they counted.
create table marketing.tally (
    tally_id    uuid    not null,
    campaign_id uuid    not null,
    state       text    not null,
    reason      text    not null default '',
    people      integer not null,
    constraint tally_pk primary key (tally_id),
    constraint tally_campaign foreign key (campaign_id) references marketing.campaign (campaign_id)
);
create index tally_of_campaign on marketing.tally (campaign_id, state, reason);

-- The link in a message by which its reader bans marketing. Only a print of it is kept; it is made by chance and depends on no key.
create table marketing.way_out (
    way_out_id  uuid        not null,
    token_print bytea       not null,
    campaign_id uuid        not null,
    person_id   uuid        not null,
    standing    smallint    not null,
    made_at     timestamptz not null,
    constraint way_out_pk primary key (way_out_id),
    constraint way_out_once unique (token_print),
    constraint way_out_campaign foreign key (campaign_id) references marketing.campaign (campaign_id),
    constraint way_out_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade
);
create index way_out_of_person on marketing.way_out (person_id, standing);
create index way_out_made on marketing.way_out (made_at);

create function marketing.tally_queued() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into marketing.tally (tally_id, campaign_id, state, reason, people)
    select gen_random_uuid(), q.campaign_id, q.state, coalesce(q.reason, ''), count(*)
      from queued q
     group by q.campaign_id, q.state, q.reason;
    return null;
end $$;
revoke all on function marketing.tally_queued from public;
create trigger delivery_queued after insert on marketing.delivery
    referencing new table as queued for each statement execute function marketing.tally_queued();

-- A change of standing comes by cascade and moves nothing: the trigger is of the state alone.
create function marketing.tally_moved() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if (old.state, old.reason) is distinct from (new.state, new.reason) then
        insert into marketing.tally (tally_id, campaign_id, state, reason, people)
        values (gen_random_uuid(), old.campaign_id, old.state, coalesce(old.reason, ''), -1),
               (gen_random_uuid(), new.campaign_id, new.state, coalesce(new.reason, ''), 1);
    end if;
    if new.uncertain and not old.uncertain then
        insert into marketing.tally (tally_id, campaign_id, state, people)
        values (gen_random_uuid(), new.campaign_id, 'uncertain', 1);
    end if;
    return null;
end $$;
revoke all on function marketing.tally_moved from public;
create trigger delivery_moved after update of state, reason, uncertain on marketing.delivery
    for each row execute function marketing.tally_moved();

-- Ends what waits for somebody whom marketing must not see any more; marketing learns how many they were and why, and not who.
create function marketing.skip_hidden(campaign uuid, happened timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    skipped integer;
begin
    update marketing.delivery d
       set state = 'skipped', done_at = happened, uncertain = d.uncertain or d.state = 'taken',
           reason = case when (d.standing & 1) <> 0 then 'banned'
                         when (d.standing & 16) <> 0 then 'banned-by-organisation'
                         when (d.standing & 2) <> 0 then 'restricted'
                         when (d.standing & 4) <> 0 then 'uninformed'
                         else 'erased' end
     where d.campaign_id = campaign and d.standing <> 0 and d.state in ('waiting', 'taken');
    get diagnostics skipped = row_count;
    return skipped;
end $$;

-- What became of a message that was being handed over while its reader banned marketing: marketing does not see the row any more, and the
-- numbers must still be right.
create function marketing.settle(delivery uuid, run uuid, became text, why text, unsure boolean, happened timestamptz) returns void
    language sql security definer set search_path = pg_catalog as $$
    update marketing.delivery d
       set state = case when became in ('sent', 'failed') then became else 'skipped' end,
           reason = case when became in ('sent', 'failed') then why else 'banned' end,
           uncertain = d.uncertain or unsure, done_at = happened
     where d.delivery_id = settle.delivery and d.taken_by = run and d.state = 'taken' and d.standing <> 0
$$;

-- Whose link it is, and of which campaign; for whoever holds the link.
create function marketing.way_out_of(print bytea) returns table (person_id uuid, campaign_id uuid)
    language sql stable security definer set search_path = pg_catalog as $$
    select register.person_now(w.person_id), w.campaign_id from marketing.way_out w where w.token_print = print
$$;

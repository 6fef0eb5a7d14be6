create schema flows;

-- What happens to people after something has begun it. Its steps are a tree of a few kinds, written by one class; while they are drawn they are the
-- draft, and each time they begin to hold they are an edition that is never written over.
create table flows.flow (
    flow_id       uuid        not null,
    version       integer     not null default 1,
    name          text        not null,
    trigger_kind  text        not null,
    trigger_value text        not null,
    purpose       text        not null,
    topic         text,
    sender_name   text        not null,
    reply_to      text,
    sender_id     uuid,
    languages     text        not null,
    again_days    integer,
    state         text        not null,
    draft         text,
    edition_id    uuid,
    looked_to     uuid,
    made_at       timestamptz not null,
    made_by       uuid,
    changed_at    timestamptz not null,
    constraint flow_pk primary key (flow_id),
    constraint flow_state check (state in ('draft', 'running', 'paused', 'ended')),
    constraint flow_shown check (state = 'draft' or edition_id is not null),
    constraint flow_again check (again_days between 1 and 3650)
);
create index flow_changed on flows.flow (changed_at desc, flow_id);
create index flow_begun_by on flows.flow (trigger_kind, trigger_value) where state in ('running', 'paused');

create table flows.edition (
    edition_id uuid        not null,
    flow_id    uuid        not null,
    number     integer     not null,
    steps      text        not null,
    first_step uuid        not null,
    started_at timestamptz not null,
    started_by uuid,
    constraint edition_pk primary key (edition_id),
    constraint edition_once unique (flow_id, number),
    constraint edition_of_flow foreign key (flow_id) references flows.flow (flow_id)
);

create table flows.act (
    act_id  uuid        not null,
    flow_id uuid        not null,
    kind    text        not null,
    done_at timestamptz not null,
    done_by uuid,
    by_name text        not null,
    constraint act_pk primary key (act_id),
    constraint act_of_flow foreign key (flow_id) references flows.flow (flow_id),
    constraint act_kind check (kind in ('made', 'started', 'paused', 'resumed', 'ended', 'people-added'))
);
create index act_of_flow_by_time on flows.act (flow_id, done_at, act_id);

-- That somebody entered a flow, and where they stand in it: at a step, until a time. Without a time they have left. Its standing is the person's, so
-- whoever bans marketing vanishes from marketing's sight in the transaction of the ban, and no step is done for them any more.
create table flows.passage (
    passage_id uuid        not null,
    flow_id    uuid        not null,
    edition_id uuid        not null,
    person_id  uuid        not null,
    standing   smallint    not null,
    kind       text        not null default 'entered',
    title      text        not null,
    step_id    uuid        not null,
    waits      boolean     not null,
    tries      integer     not null default 0,
    entered_at timestamptz not null,
    since_at   timestamptz not null,
    due_at     timestamptz,
    constraint passage_pk primary key (passage_id),
    constraint passage_kind check (kind = 'entered'),
    constraint passage_of_flow foreign key (flow_id) references flows.flow (flow_id),
    constraint passage_of_edition foreign key (edition_id) references flows.edition (edition_id),
    constraint passage_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade
);
-- Nobody is twice in a flow at a time. Where two people turn out to be one, the one goes on once.
create unique index passage_once on flows.passage (flow_id, person_id) where due_at is not null;
create index passage_due on flows.passage (flow_id, due_at) where due_at is not null;
create index passage_at_step on flows.passage (edition_id, step_id) where due_at is not null;
create index passage_hidden on flows.passage (flow_id) where due_at is not null and standing <> 0;
create index passage_of_person on flows.passage (person_id, standing, entered_at);
create index passage_before on flows.passage (flow_id, person_id, entered_at);
create index passage_entered on flows.passage (entered_at);

-- That somebody left a flow, when, from which step and why.
create table flows.leaving (
    leaving_id uuid        not null,
    passage_id uuid        not null,
    flow_id    uuid        not null,
    person_id  uuid        not null,
    standing   smallint    not null,
    kind       text        not null,
    why        text        not null,
    title      text        not null,
    step_id    uuid        not null,
    left_at    timestamptz not null,
    constraint leaving_pk primary key (leaving_id),
    constraint leaving_kind check (kind in ('finished', 'left')),
    constraint leaving_of_flow foreign key (flow_id) references flows.flow (flow_id),
    constraint leaving_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade
);
create index leaving_of_person on flows.leaving (person_id, standing, left_at);
create index leaving_newest on flows.leaving (flow_id, left_at, leaving_id);
create index leaving_left on flows.leaving (left_at);

-- Lets people enter at the first step, once: again only where the flow says so, and after so many days. Whoever may not be marketed to does not enter.
-- While a flow is paused people enter and wait.
create function flows.enter(flow uuid, people uuid[], happened timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    entered integer;
begin
    insert into flows.passage (passage_id, flow_id, edition_id, person_id, standing, title, step_id, waits, entered_at, since_at, due_at)
    select gen_random_uuid(), f.flow_id, e.edition_id, p.person_id, p.standing, f.name, e.first_step, false, happened, happened, happened
      from flows.flow f
      join flows.edition e on e.edition_id = f.edition_id
      join register.person p on p.person_id = any(people) and p.standing = 0 and p.merged_into is null
     where f.flow_id = flow and f.state in ('running', 'paused')
       and not exists (select 1
                         from flows.passage x
                        where x.flow_id = f.flow_id and x.person_id = p.person_id
                          and (x.due_at is not null or f.again_days is null or x.entered_at > happened - make_interval(days => f.again_days)))
        on conflict (flow_id, person_id) where due_at is not null do nothing;
    get diagnostics entered = row_count;
    return entered;
end $$;
revoke all on function flows.enter from public;

-- Something happened to somebody, in whatever purpose: they enter the flows that it begins, in the same transaction.
create function flows.happened(what text, which text, person uuid, happened timestamptz) returns void
    language sql security definer set search_path = pg_catalog as $$
    select flows.enter(f.flow_id, array[person], happened)
      from flows.flow f
     where f.trigger_kind = what and f.trigger_value = which and f.state in ('running', 'paused')
$$;
revoke all on function flows.happened from public;

-- Whoever marketing must not see any more leaves; marketing learns how many and why, and not who.
create function flows.leave_hidden(happened timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    gone integer;
begin
    with hidden as (
        update flows.passage p
           set due_at = null
         where p.due_at is not null and p.standing <> 0
        returning p.passage_id, p.flow_id, p.person_id, p.standing, p.title, p.step_id)
    insert into flows.leaving (leaving_id, passage_id, flow_id, person_id, standing, kind, why, title, step_id, left_at)
    select gen_random_uuid(), h.passage_id, h.flow_id, h.person_id, h.standing, 'left',
           case when (h.standing & 1) <> 0 then 'banned'
                when (h.standing & 16) <> 0 then 'banned-by-organisation'
                when (h.standing & 2) <> 0 then 'restricted'
                when (h.standing & 4) <> 0 then 'uninformed'
                else 'erased' end,
           h.title, h.step_id, happened
      from hidden h;
    get diagnostics gone = row_count;
    return gone;
end $$;
revoke all on function flows.leave_hidden from public;

-- How many left and why, those among them whom marketing must not see.
create function flows.left_by_reason(flow uuid) returns table (why text, people bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select l.why, count(*) from flows.leaving l where l.flow_id = flow group by l.why
$$;
revoke all on function flows.left_by_reason from public;

-- A task that a flow has for staff, until it is written down where tasks are: that is done in another purpose, so it cannot be done in the same transaction.
create table flows.errand (
    errand_id uuid        not null,
    flow_id   uuid        not null,
    person_id uuid        not null,
    standing  smallint    not null,
    text      text        not null,
    days      integer     not null,
    owner_by  uuid,
    made_at   timestamptz not null,
    constraint errand_pk primary key (errand_id),
    constraint errand_of_flow foreign key (flow_id) references flows.flow (flow_id),
    constraint errand_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade
);
create index errand_of_person on flows.errand (person_id, standing);
create index errand_made on flows.errand (made_at);

create schema retention;

-- One sweep of a day: what it has done so far. A process that dies leaves it open, and the next one goes on with what is still due.
create table retention.run (
    run_id      uuid        not null,
    on_day      date        not null,
    started_at  timestamptz not null,
    last_at     timestamptz not null,
    finished_at timestamptz,
    people      bigint      not null default 0,
    stopped     bigint      not null default 0,
    shells      bigint      not null default 0,
    constraint run_pk primary key (run_id),
    constraint run_once_a_day unique (on_day)
);

create table retention.removed (
    on_day     date   not null,
    category   text   not null,
    row_count  bigint not null,
    constraint removed_pk primary key (on_day, category),
    constraint removed_in_run foreign key (on_day) references retention.run (on_day)
);

-- A duty that stops the removal of one person, of everybody at an organisation, or of a whole category, until a day and for a reason.
create table retention.hold (
    hold_id         uuid        not null,
    kind            text        not null,
    person_id       uuid,
    organisation_id uuid,
    category        text,
    reason          text        not null,
    until_on        date        not null,
    made_at         timestamptz not null,
    made_by         uuid,
    made_by_name    text        not null,
    lifted_at       timestamptz,
    lifted_by       uuid,
    constraint hold_pk primary key (hold_id),
    constraint hold_of_person foreign key (person_id) references register.person (person_id),
    constraint hold_of_organisation foreign key (organisation_id) references register.organisation (organisation_id),
    constraint hold_kind check (kind in ('person', 'organisation', 'category')),
    constraint hold_of_one check ((kind = 'person') = (person_id is not null)
        and (kind = 'organisation') = (organisation_id is not null)
        and (kind <> 'category' or category is not null))
);
create index hold_person on retention.hold (person_id) where person_id is not null;
create index hold_organisation on retention.hold (organisation_id) where organisation_id is not null;
create index hold_until on retention.hold (until_on);

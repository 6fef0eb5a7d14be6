create schema movers;

-- What a mailing tool of before exported, on its way in: its people go through the imports, its subscriptions wait here for what shows them.
create table movers.move (
    move_id     uuid        not null,
    import_id   uuid        not null,
    tool        text        not null,
    file_name   text        not null,
    people      integer     not null,
    banned      integer     not null,
    bounced     integer     not null,
    made_at     timestamptz not null,
    made_by     uuid,
    said_words  text,
    said_where  text,
    said_on     date,
    attested_by text,
    decided_at  timestamptz,
    began       integer     not null default 0,
    ended       integer     not null default 0,
    left_out    integer     not null default 0,
    done_at     timestamptz,
    undone_at   timestamptz,
    constraint move_pk primary key (move_id),
    constraint move_once unique (import_id),
    constraint move_import foreign key (import_id) references imports.import (import_id),
    constraint move_tool check (tool in ('listmonk', 'mautic', 'mailchimp'))
);
create index move_made on movers.move (made_at desc, move_id);

-- A list of that tool, and the newsletter that it becomes.
create table movers.list (
    list_id    uuid    not null,
    move_id    uuid    not null,
    name       text    not null,
    subscribed integer not null,
    ended      integer not null,
    topic_id   uuid,
    constraint list_pk primary key (list_id),
    constraint list_move foreign key (move_id) references movers.move (move_id),
    constraint list_topic foreign key (topic_id) references newsletters.topic (topic_id)
);
create index list_of_move on movers.list (move_id);
create index list_topic_id on movers.list (topic_id);

-- That an address was on a list, which by itself is no consent. It goes when it is decided, or after seven days.
create table movers.member (
    member_id uuid        not null,
    list_id   uuid        not null,
    import_id uuid        not null,
    person_id uuid,
    email     text        not null,
    has_ended boolean     not null,
    made_at   timestamptz not null,
    constraint member_pk primary key (member_id),
    constraint member_list foreign key (list_id) references movers.list (list_id),
    constraint member_person foreign key (person_id) references register.person (person_id)
);
create index member_of_list on movers.member (list_id, member_id);
create index member_person_id on movers.member (person_id) where person_id is not null;
create index member_made on movers.member (made_at);

-- Which consents came by it, to be taken back with it.
create table movers.given (
    given_id   uuid        not null,
    move_id    uuid        not null,
    import_id  uuid        not null,
    person_id  uuid        not null,
    consent_id uuid        not null,
    at         timestamptz not null,
    constraint given_pk primary key (given_id),
    constraint given_move foreign key (move_id) references movers.move (move_id),
    constraint given_person foreign key (person_id) references register.person (person_id)
);
create index given_of_move on movers.given (move_id);
create index given_person_id on movers.given (person_id);

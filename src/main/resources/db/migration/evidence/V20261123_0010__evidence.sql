create schema evidence;

-- What was done to whose data. The entry itself says nothing about the content: the commitment is SHA-256(salt || detail), and salt and
-- detail lie in a row that erasure removes. The chain of seals verifies all the same.
create table evidence.entry (
    entry_id    uuid        not null,
    at          timestamptz not null,
    actor_kind  text        not null,
    actor_id    uuid,
    act         text        not null,
    purpose     text        not null,
    subject_id  uuid,
    object_kind text,
    object_id   uuid,
    commitment  bytea       not null,
    seal_number bigint,
    constraint entry_pk primary key (entry_id)
);
create index entry_subject on evidence.entry (subject_id, at);
create index entry_object on evidence.entry (object_id, at);
create index entry_unsealed on evidence.entry (entry_id) where seal_number is null;
create index entry_sealed on evidence.entry (seal_number);

create table evidence.detail (
    entry_id   uuid  not null,
    subject_id uuid,
    salt       bytea not null,
    detail     text  not null,
    constraint detail_pk primary key (entry_id),
    constraint detail_of_entry foreign key (entry_id) references evidence.entry (entry_id)
);
create index detail_subject on evidence.detail (subject_id);

-- Who looked at whose data and for what (C-579/21: the person sees the dates and the purposes, not the employee). A list is one row.
create table evidence.consultation (
    consultation_id uuid        not null,
    at              timestamptz not null,
    actor_kind      text        not null,
    actor_id        uuid,
    purpose         text        not null,
    how             text        not null,
    subjects        uuid[]      not null,
    constraint consultation_pk primary key (consultation_id),
    constraint consultation_how check (how in ('page', 'list', 'export', 'api'))
);
create index consultation_subjects on evidence.consultation using gin (subjects);
create index consultation_at on evidence.consultation (at);

create table evidence.seal (
    seal_number bigint      not null,
    at          timestamptz not null,
    entries     integer     not null,
    previous    bytea       not null,
    hash        bytea       not null,
    constraint seal_pk primary key (seal_number)
);

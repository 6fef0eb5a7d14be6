-- The role prefix is written before the first migration, by the code that makes the roles (store.Database).
create schema if not exists extensions;
create extension if not exists pg_trgm schema extensions;
grant usage on schema extensions to public;

create table store.setting (
    name        text        not null,
    value       text        not null,
    secret      boolean     not null default false,
    changed_at  timestamptz not null,
    changed_by  uuid,
    constraint setting_pk primary key (name)
);

-- One file per upload under the blob's own name; the row goes first, the file after commit by a job.
create table store.blob (
    blob_id         uuid        not null,
    person_id       uuid,
    organisation_id uuid,
    name            text        not null,
    media_type      text        not null,
    bytes           bigint      not null,
    sha256          bytea       not null,
    extracted_text  text,
    created_at      timestamptz not null,
    constraint blob_pk primary key (blob_id)
);
create index blob_person on store.blob (person_id);

-- Files whose row is gone and which a job still has to remove.
create table store.blob_removal (
    blob_id    uuid        not null,
    removed_at timestamptz,
    asked_at   timestamptz not null,
    constraint blob_removal_pk primary key (blob_id)
);

-- Letters wait here until the mail server took them; a sent letter's body goes after the time that the notice gives.
create table store.letter (
    letter_id  uuid        not null,
    person_id  uuid,
    recipient  text        not null,
    subject    text        not null,
    body       text        not null,
    html       text,
    kind       text        not null,
    queued_at  timestamptz not null,
    sent_at    timestamptz,
    failed_at  timestamptz,
    attempts   integer     not null default 0,
    next_at    timestamptz not null,
    error      text,
    constraint letter_pk primary key (letter_id)
);
create index letter_waiting on store.letter (next_at) where sent_at is null and failed_at is null;
create index letter_person on store.letter (person_id);

-- db-scheduler's table, by its own column names. Rows carry ids, purpose and actor only.
create table store.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    constraint scheduled_tasks_pk primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on store.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on store.scheduled_tasks (last_heartbeat);

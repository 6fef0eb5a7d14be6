create schema imports;

-- A file of people that somebody brings. Its people wait in the staging tables below until they are looked at and committed.
create table imports.import (
    import_id         uuid        not null,
    state             text        not null,
    file_name         text        not null,
    file_bytes        bigint      not null,
    file_kept         boolean     not null default true,
    fingerprint       text        not null,
    mapping           text        not null,
    source            text,
    source_detail     text,
    differing         text        not null default 'keep',
    given             boolean     not null default false,
    progress          smallint    not null default 0,
    staged            integer     not null default 0,
    rows_read         integer     not null default 0,
    new_rows          integer     not null default 0,
    changed_rows      integer     not null default 0,
    unchanged_rows    integer     not null default 0,
    banned_rows       integer     not null default 0,
    refused_rows      integer     not null default 0,
    restricted_rows   integer     not null default 0,
    asking_rows       integer     not null default 0,
    joined_rows       integer     not null default 0,
    rejected_rows     integer     not null default 0,
    fault_count       integer     not null default 0,
    failure           text,
    failure_arguments text[]      not null default '{}',
    attempts          integer     not null default 0,
    run_id            uuid,
    created_at        timestamptz not null,
    created_by_kind   text        not null,
    created_by        uuid,
    created_by_name   text        not null,
    committed_at      timestamptz,
    undo_asked_at     timestamptz,
    undone_at         timestamptz,
    constraint import_pk primary key (import_id),
    constraint import_state check (state in ('mapping', 'reading', 'preview', 'committing', 'committed', 'failed', 'undone')),
    constraint import_differing check (differing in ('keep', 'update')),
    constraint import_source check (source is not null or state in ('mapping', 'failed', 'undone'))
);
create index import_newest on imports.import (created_at desc, import_id);

-- What became of the columns of a set of headers the last time.
create table imports.mapping (
    fingerprint text        not null,
    mapping     text        not null,
    used_at     timestamptz not null,
    used_by     uuid,
    constraint mapping_pk primary key (fingerprint)
);

-- What was wrong, by line and column. The arguments quote the file and are emptied a week later.
create table imports.error (
    import_id uuid    not null,
    number    integer not null,
    line      bigint  not null,
    header    text    not null,
    weight    text    not null,
    message   text    not null,
    arguments text[]  not null,
    constraint error_pk primary key (import_id, number),
    constraint error_import foreign key (import_id) references imports.import (import_id) on delete cascade,
    constraint error_weight check (weight in ('row', 'value', 'remark'))
);

-- People whom an undo left, since something has happened with them after the import.
create table imports.kept (
    import_id uuid not null,
    person_id uuid not null,
    constraint kept_pk primary key (import_id, person_id),
    constraint kept_import foreign key (import_id) references imports.import (import_id) on delete cascade
);
create index kept_person on imports.kept (person_id);

-- The staging tables hold a file while it is looked at. They are unlogged: whatever a crash takes is read again from the file. No foreign
-- keys: COPY would check each row, and whoever reads joins them anyway. One row is one person or organisation of the file, its contact
-- points in arrays of equal length.
create unlogged table imports.row (
    import_id    uuid    not null,
    line         bigint  not null,
    lines        bigint[],
    is_person    boolean not null,
    named        boolean not null,
    own_id       uuid    not null,
    name         text    not null,
    given_name   text,
    family_name  text,
    sort_name    text    not null,
    search_words text    not null,
    job_title    text,
    department   text,
    language     text,
    owner        text,
    external_id  text,
    created_on   date,
    note         text,
    roles        text[],
    tags         text[],
    extras       jsonb,
    ban          boolean not null,
    ban_since    date,
    bounced      boolean not null,
    point_ids    uuid[]  not null,
    kinds        text[]  not null,
    usages       text[]  not null,
    labels       text[]  not null,
    reaches      text[]  not null,
    stricts      bytea[] not null,
    canonicals   bytea[] not null,
    older        bytea[],
    firm         integer,
    person_id    uuid,
    standing     smallint,
    banned       boolean not null default false,
    erased_at    timestamptz,
    fresh        integer[],
    outcome      text    not null default 'new',
    differs      boolean not null default false,
    adds         boolean not null default false,
    constraint row_pk primary key (import_id, line),
    constraint row_outcome check (outcome in ('new', 'changed', 'unchanged', 'restricted', 'asking'))
);
create index row_person on imports.row (person_id) where person_id is not null;
create index row_outcome_of on imports.row (import_id, outcome, line) where outcome <> 'new';

-- What single rows tell of a firm, then all of it together.
create unlogged table imports.firm_part (
    import_id         uuid   not null,
    line              bigint not null,
    name              text,
    business_id       text,
    vat_id            text,
    website           text,
    domain            text,
    segment           text,
    einvoice_address  text,
    einvoice_operator text,
    name_folded       text,
    own_id            uuid   not null,
    firm              integer not null,
    constraint firm_part_pk primary key (import_id, own_id)
);

create unlogged table imports.firm (
    import_id         uuid    not null,
    firm              integer not null,
    own_id            uuid    not null,
    organisation_id   uuid,
    is_new            boolean not null,
    name              text    not null,
    name_folded       text    not null,
    business_id       text,
    vat_id            text,
    website           text,
    domain            text,
    segment           text,
    einvoice_address  text,
    einvoice_operator text,
    constraint firm_pk primary key (import_id, firm)
);

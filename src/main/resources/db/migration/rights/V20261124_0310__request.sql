create schema rights;

create table rights.number_series (
    year        integer not null,
    last_number integer not null,
    constraint number_series_pk primary key (year)
);

-- The request outlives the person's other data (Art. 5(2)), without its words: erasure empties address, name and text.
-- No foreign key leads to the person, or every erased one would stay as a shell for the sake of this row.
create table rights.request (
    request_id   uuid        not null,
    number       text        not null,
    kind         text        not null,
    state        text        not null,
    channel      text        not null,
    person_id    uuid,
    email        text,
    name         text,
    words        text,
    language     text        not null,
    received_on  date        not null,
    received_at  timestamptz not null,
    matched_at   timestamptz,
    proved_how   text,
    proved_at    timestamptz,
    proved_by    uuid,
    proof_note   text,
    decided_at   timestamptz,
    decided_by   uuid,
    answered_at  timestamptz,
    closed_at    timestamptz,
    constraint request_pk primary key (request_id),
    constraint request_number_once unique (number),
    constraint request_kind check (kind in ('access', 'rectification', 'erasure', 'restriction', 'portability', 'objection',
        'marketing-ban', 'withdrawal')),
    constraint request_state check (state in ('received', 'identity', 'collecting', 'review', 'answered-partly', 'closed', 'refused',
        'withdrawn')),
    constraint request_channel check (channel in ('public-page', 'own-page', 'staff', 'program', 'journal')),
    constraint request_language check (language in ('fi', 'sv', 'en')),
    constraint request_proved_how check (proved_how in ('code', 'attested', 'letter'))
);
create index request_open on rights.request (received_on, request_id) where closed_at is null;
create index request_person on rights.request (person_id);
create index request_newest on rights.request (request_id desc);
create index request_email on rights.request (email, received_at) where email is not null;

-- Who of the register may be meant by the address that was given.
create table rights.candidate (
    candidate_id uuid not null,
    request_id   uuid not null,
    person_id    uuid not null,
    usage        text not null,
    constraint candidate_pk primary key (candidate_id),
    constraint candidate_once unique (request_id, person_id),
    constraint candidate_request foreign key (request_id) references rights.request (request_id)
);
create index candidate_person on rights.candidate (person_id);

-- A step that was done. Whoever finds the row does not do it again.
create table rights.step (
    step_id    uuid        not null,
    request_id uuid        not null,
    name       text        not null,
    done_at    timestamptz not null,
    constraint step_pk primary key (step_id),
    constraint step_once unique (request_id, name),
    constraint step_request foreign key (request_id) references rights.request (request_id)
);

create table rights.extension (
    extension_id uuid        not null,
    request_id   uuid        not null,
    reason       text        not null,
    told_on      date        not null,
    made_at      timestamptz not null,
    made_by      uuid,
    constraint extension_pk primary key (extension_id),
    constraint extension_once unique (request_id),
    constraint extension_request foreign key (request_id) references rights.request (request_id)
);

create table rights.suspension (
    suspension_id  uuid        not null,
    request_id     uuid        not null,
    reason         text        not null,
    asked_on       date        not null,
    answered_on    date,
    late_for_cause boolean     not null,
    made_at        timestamptz not null,
    made_by        uuid,
    constraint suspension_pk primary key (suspension_id),
    constraint suspension_request foreign key (request_id) references rights.request (request_id),
    constraint suspension_answered_after check (answered_on >= asked_on)
);
create index suspension_of_request on rights.suspension (request_id);
create unique index suspension_open_once on rights.suspension (request_id) where answered_on is null;

create table rights.refusal (
    refusal_id uuid        not null,
    request_id uuid        not null,
    ground     text        not null,
    reason     text,
    made_at    timestamptz not null,
    made_by    uuid,
    constraint refusal_pk primary key (refusal_id),
    constraint refusal_once unique (request_id),
    constraint refusal_request foreign key (request_id) references rights.request (request_id)
);

-- Six digits by mail to the address on file; a keyed hash is kept, for a quarter of an hour and five tries.
create table rights.identity_code (
    code_id    uuid        not null,
    request_id uuid        not null,
    aim        text        not null,
    code_print bytea       not null,
    tries      integer     not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    constraint identity_code_pk primary key (code_id),
    constraint identity_code_request foreign key (request_id) references rights.request (request_id),
    constraint identity_code_aim check (aim in ('identity', 'download'))
);
create index identity_code_of_request on rights.identity_code (request_id, made_at);

-- What opens a page without a sign-in: the code page of an asker, the subject's own page, the answer. Only a hash is kept.
create table rights.link (
    link_print bytea       not null,
    request_id uuid        not null,
    aim        text        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    constraint link_pk primary key (link_print),
    constraint link_request foreign key (request_id) references rights.request (request_id),
    constraint link_aim check (aim in ('code', 'own', 'answer'))
);
create index link_of_request on rights.link (request_id);

-- Art. 19, and for access the copies that others hold: who must be asked or told. An open one keeps the request open.
create table rights.recipient_task (
    task_id    uuid        not null,
    request_id uuid        not null,
    recipient  text        not null,
    state      text        not null,
    evidence   text,
    made_at    timestamptz not null,
    done_at    timestamptz,
    done_by    uuid,
    constraint recipient_task_pk primary key (task_id),
    constraint recipient_task_once unique (request_id, recipient),
    constraint recipient_task_request foreign key (request_id) references rights.request (request_id),
    constraint recipient_task_state check (state in ('open', 'failed', 'skipped', 'done'))
);

-- Art. 15(4): what concerns somebody else. A marked one holds the answer until somebody decides on it.
create table rights.redaction (
    redaction_id uuid        not null,
    request_id   uuid        not null,
    place        text        not null,
    row_key      text        not null,
    field        text        not null,
    state        text        not null,
    reason       text,
    made_at      timestamptz not null,
    decided_at   timestamptz,
    decided_by   uuid,
    constraint redaction_pk primary key (redaction_id),
    constraint redaction_once unique (request_id, place, row_key, field),
    constraint redaction_request foreign key (request_id) references rights.request (request_id),
    constraint redaction_state check (state in ('marked', 'left-out', 'released'))
);

-- The answer as a file among the exports, until it expires. A file without a row is swept away.
create table rights.package (
    package_id    uuid        not null,
    request_id    uuid        not null,
    bytes         bigint      not null,
    sha256        bytea       not null,
    items         bigint      not null,
    made_at       timestamptz not null,
    expires_at    timestamptz not null,
    downloaded_at timestamptz,
    constraint package_pk primary key (package_id),
    constraint package_once unique (request_id),
    constraint package_request foreign key (request_id) references rights.request (request_id)
);

-- Sealed: the identifiers of an erased person under the installation's key, for the second scan and the last letter, then destroyed.
create table rights.erasure (
    erasure_id uuid        not null,
    request_id uuid        not null,
    counts     text        not null,
    forbidden  integer     not null,
    sealed     bytea,
    letter_id  uuid,
    erased_at  timestamptz not null,
    constraint erasure_pk primary key (erasure_id),
    constraint erasure_once unique (request_id),
    constraint erasure_request foreign key (request_id) references rights.request (request_id)
);

create table rights.certificate (
    certificate_id uuid        not null,
    request_id     uuid        not null,
    content        text        not null,
    hits           integer     not null,
    made_at        timestamptz not null,
    second_hits    integer,
    second_at      timestamptz,
    constraint certificate_pk primary key (certificate_id),
    constraint certificate_once unique (request_id),
    constraint certificate_request foreign key (request_id) references rights.request (request_id)
);

-- Art. 18: since when and why the use of a person's data is restricted, and when that ended.
create table rights.restriction (
    restriction_id uuid        not null,
    request_id     uuid        not null,
    person_id      uuid        not null,
    ground         text        not null,
    since_at       timestamptz not null,
    lifted_at      timestamptz,
    lifted_by      uuid,
    lifted_for     text,
    constraint restriction_pk primary key (restriction_id),
    constraint restriction_once unique (request_id),
    constraint restriction_request foreign key (request_id) references rights.request (request_id),
    constraint restriction_ground check (ground in ('restriction', 'objection'))
);
create index restriction_person on rights.restriction (person_id);

-- What the database knows of the journal outside it; boot compares both.
create table rights.journal_line (
    seq        bigint      not null,
    hash       text        not null,
    request_id uuid        not null,
    written_at timestamptz not null,
    constraint journal_line_pk primary key (seq)
);
create index journal_line_request on rights.journal_line (request_id);

create schema notice;

-- Every notice that was ever in force, as it was written. The one with the highest number is in force; nothing here is changed or removed.
create table notice.version (
    version_id        uuid        not null,
    number            integer     not null,
    declaration       text        not null,
    sha256            text        not null,
    note              text        not null,
    material          boolean     not null,
    findings          integer     not null,
    effective_on      date        not null,
    published_at      timestamptz not null,
    published_by_kind text        not null,
    published_by      uuid,
    constraint version_pk primary key (version_id),
    constraint version_number unique (number),
    constraint version_number_counts check (number > 0)
);

create schema publishing;

-- The next notice while it is being written: one at a time, so that two people see each other's changes.
create table publishing.draft (
    only_one    boolean     not null default true,
    declaration text        not null,
    based_on    integer     not null,
    version     integer     not null,
    changed_at  timestamptz not null,
    changed_by  uuid,
    constraint draft_pk primary key (only_one),
    constraint draft_only_one check (only_one)
);

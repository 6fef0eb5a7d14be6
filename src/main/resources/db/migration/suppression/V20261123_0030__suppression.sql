create schema suppression;

-- Who must not be marketed to, and who must not be collected again. Only keyed hashes: the list outlives the person's erasure.
create table suppression.entry (
    entry_id        uuid        not null,
    kind            text        not null,
    channel         text        not null,
    strict_print    bytea       not null,
    canonical_print bytea       not null,
    key_version     integer     not null,
    since_at        timestamptz not null,
    reason          text        not null,
    request_id      uuid,
    lifted_at       timestamptz,
    lifted_by       text,
    constraint entry_pk primary key (entry_id),
    constraint entry_kind check (kind in ('marketing-ban', 'recollection')),
    constraint entry_channel check (channel in ('email', 'phone', 'name'))
);
create index entry_canonical on suppression.entry (canonical_print) where lifted_at is null;
create index entry_strict on suppression.entry (strict_print) where lifted_at is null;

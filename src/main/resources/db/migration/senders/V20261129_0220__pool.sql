-- Mail servers that take mail to many, together: how many lines may be open, and how many messages may leave in a minute, to all and to one domain.
create table senders.pool (
    pool_id           uuid        not null,
    version           integer     not null default 1,
    name              text        not null,
    lines             integer     not null,
    per_minute        integer     not null,
    domain_per_minute integer     not null,
    made_at           timestamptz not null,
    made_by           uuid,
    changed_at        timestamptz not null,
    constraint pool_pk primary key (pool_id),
    constraint pool_lines check (lines between 0 and 50),
    constraint pool_pace check (per_minute between 0 and 100000 and domain_per_minute between 0 and 100000)
);

-- One of its servers, and until when it is left alone after it failed. The password lies sealed under the house's key of settings.
create table senders.server (
    server_id       uuid        not null,
    pool_id         uuid        not null,
    host            text        not null,
    port            integer     not null,
    login           text,
    sealed_password bytea,
    made_at         timestamptz not null,
    failures        integer     not null default 0,
    trouble         text,
    rests_until     timestamptz,
    constraint server_pk primary key (server_id),
    constraint server_of_pool foreign key (pool_id) references senders.pool (pool_id) on delete cascade,
    constraint server_port check (port between 0 and 65535)
);
create index server_of_pool_id on senders.server (pool_id, made_at);

-- A domain that took nothing just now waits, the longer the oftener; others go on.
create table senders.pause (
    pool_id  uuid        not null,
    domain   text        not null,
    strikes  integer     not null,
    until_at timestamptz not null,
    constraint pause_pk primary key (pool_id, domain),
    constraint pause_of_pool foreign key (pool_id) references senders.pool (pool_id) on delete cascade
);

-- How many left in a minute of the clock, so that a restart does not begin to count anew. Without a domain it is all of them.
create table senders.minute (
    pool_id   uuid        not null,
    domain    text        not null,
    minute_at timestamptz not null,
    messages  integer     not null,
    constraint minute_pk primary key (pool_id, domain, minute_at),
    constraint minute_of_pool foreign key (pool_id) references senders.pool (pool_id) on delete cascade
);

alter table senders.sender
    add column pool_id uuid,
    add constraint sender_pool foreign key (pool_id) references senders.pool (pool_id);
create index sender_pool_id on senders.sender (pool_id);

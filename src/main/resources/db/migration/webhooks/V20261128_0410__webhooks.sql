create schema webhooks;

-- Who is told by a call to an address when something happens here, and in which purpose: nobody is told of whom that purpose may not see.
create table webhooks.webhook (
    webhook_id    uuid        not null,
    name          text        not null,
    url           text        not null,
    purpose       text        not null,
    events        text[]      not null,
    sealed_secret bytea       not null,
    made_at       timestamptz not null,
    made_by       uuid,
    paused_at     timestamptz,
    paused_for    text,
    failing_since timestamptz,
    constraint webhook_pk primary key (webhook_id)
);

-- What is told: that something happened, when, and to which id. What it was is for the receiver to ask, with a token of its own.
create table webhooks.delivery (
    delivery_id  uuid        not null,
    webhook_id   uuid        not null,
    event        text        not null,
    object_id    uuid,
    happened_at  timestamptz not null,
    attempts     integer     not null default 0,
    next_at      timestamptz,
    ended_at     timestamptz,
    outcome      text,
    answer       text,
    constraint delivery_pk primary key (delivery_id),
    constraint delivery_of_webhook foreign key (webhook_id) references webhooks.webhook (webhook_id) on delete cascade,
    constraint delivery_outcome check (outcome in ('delivered', 'withheld', 'refused', 'given-up')),
    constraint delivery_ends check ((ended_at is null) = (outcome is null) and (ended_at is null) = (next_at is not null))
);
create index delivery_due on webhooks.delivery (next_at) where next_at is not null;
create index delivery_of on webhooks.delivery (webhook_id, happened_at desc, delivery_id);
create index delivery_ended on webhooks.delivery (ended_at) where ended_at is not null;

-- Something happens in whatever purpose; which webhooks there are is nobody's to read there.
create function webhooks.tell(what text, happened timestamptz, objects uuid[]) returns setof uuid
    language sql security definer set search_path = pg_catalog as $$
    insert into webhooks.delivery (delivery_id, webhook_id, event, object_id, happened_at, next_at)
    select gen_random_uuid(), w.webhook_id, what, o.id, happened, happened
      from webhooks.webhook w
     cross join unnest(objects) as o (id)
     where what = any(w.events) and w.paused_at is null
    returning delivery_id
$$;
revoke all on function webhooks.tell from public;

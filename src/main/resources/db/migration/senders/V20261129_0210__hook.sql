-- Who tells by calls what came back of a sender's mail. The secret lies sealed under the house's key of settings.
create table senders.hook (
    sender_id     uuid  not null,
    provider      text  not null,
    topic         text,
    sealed_secret bytea not null,
    heard_at      timestamptz,
    constraint hook_pk primary key (sender_id),
    constraint hook_of_sender foreign key (sender_id) references senders.sender (sender_id) on delete cascade,
    constraint hook_provider check (provider in ('ses', 'postmark', 'mailgun')),
    constraint hook_topic check ((topic is not null) = (provider = 'ses'))
);

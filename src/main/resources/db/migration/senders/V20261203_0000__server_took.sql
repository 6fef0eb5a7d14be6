-- How many messages a server of a pool took in all, and when the last: so it is seen that each has its share.
alter table senders.server
    add column taken bigint not null default 0,
    add column taken_at timestamptz;

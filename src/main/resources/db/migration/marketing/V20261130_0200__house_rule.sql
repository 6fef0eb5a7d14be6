-- What the house has set for all its campaigns: whether a second person must approve, and how many messages somebody gets at most in how many days.
-- No row is there before somebody sets something. Without a number nobody is kept back for having had many.
create table marketing.house_rule (
    house_rule_id smallint    not null,
    version       integer     not null,
    second_person boolean     not null,
    most          integer,
    days          integer     not null,
    changed_at    timestamptz not null,
    changed_by    uuid,
    constraint house_rule_pk primary key (house_rule_id),
    constraint house_rule_one check (house_rule_id = 1),
    constraint house_rule_most check (most between 1 and 1000),
    constraint house_rule_days check (days between 1 and 366)
);

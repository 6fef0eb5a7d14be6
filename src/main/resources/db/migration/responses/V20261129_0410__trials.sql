-- A campaign whose subject is found by trying: some of its readers get one of several subjects, and after a while the others get the one that
-- was followed most.
create table responses.trial (
    campaign_id uuid        not null,
    version     integer     not null default 1,
    share       integer     not null,
    hours       integer     not null,
    begun_at    timestamptz,
    due_at      timestamptz,
    decided_at  timestamptz,
    winner_no   integer,
    decided_by  text,
    constraint trial_pk primary key (campaign_id),
    constraint trial_campaign foreign key (campaign_id) references marketing.campaign (campaign_id),
    constraint trial_share check (share between 10 and 100),
    constraint trial_hours check (hours between 1 and 168),
    constraint trial_decided_by check (decided_by in ('clicks', 'opens', 'tie', 'nothing', 'everybody'))
);
create index trial_due on responses.trial (due_at) where decided_at is null;

create table responses.trial_subject (
    trial_subject_id uuid    not null,
    campaign_id      uuid    not null,
    subject_no       integer not null,
    language         text    not null,
    words            text    not null,
    people           integer not null default 0,
    constraint trial_subject_pk primary key (trial_subject_id),
    constraint trial_subject_once unique (campaign_id, subject_no, language),
    constraint trial_subject_trial foreign key (campaign_id) references responses.trial (campaign_id)
);

-- A campaign that goes again to readers of an earlier one who have not followed any link of it.
create table responses.repeat (
    campaign_id uuid        not null,
    first_id    uuid        not null,
    unknown_too boolean     not null,
    made_at     timestamptz not null,
    constraint repeat_pk primary key (campaign_id),
    constraint repeat_campaign foreign key (campaign_id) references marketing.campaign (campaign_id),
    constraint repeat_first foreign key (first_id) references marketing.campaign (campaign_id)
);
create index repeat_of_first on responses.repeat (first_id);

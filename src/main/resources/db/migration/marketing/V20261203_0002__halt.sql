-- Why a campaign that is leaving does not get on just now, for as long as that is so.
create table marketing.halt (
    campaign_id uuid        not null,
    code        text        not null,
    since_at    timestamptz not null,
    until_at    timestamptz,
    constraint halt_pk primary key (campaign_id),
    constraint halt_campaign foreign key (campaign_id) references marketing.campaign (campaign_id) on delete cascade,
    constraint halt_code check (code in ('unreachable', 'resting', 'serverless'))
);

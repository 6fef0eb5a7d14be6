-- A campaign that goes to one person at a time, as they come to it, such as the mail of a flow: it has no audience and does not end by itself.
create table marketing.lasting (
    campaign_id uuid        not null,
    made_at     timestamptz not null,
    closed_at   timestamptz,
    constraint lasting_pk primary key (campaign_id),
    constraint lasting_campaign foreign key (campaign_id) references marketing.campaign (campaign_id)
);

-- Whether anything of a campaign may leave now or has to be settled, for whoever may be seen and whoever may not.
create function marketing.waits(campaign uuid, happened timestamptz) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from marketing.delivery d where d.campaign_id = campaign and d.state = 'waiting' and d.next_at <= happened)
        or exists (select 1 from marketing.delivery d where d.campaign_id = campaign and d.state = 'taken')
        or exists (select 1 from marketing.delivery d where d.campaign_id = campaign and d.standing <> 0 and d.state in ('waiting', 'taken'))
$$;
revoke all on function marketing.waits from public;

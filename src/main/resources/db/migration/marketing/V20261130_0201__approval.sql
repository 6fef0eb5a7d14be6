-- A second person's word on a campaign: asked for, given, or refused with a reason. What exactly was looked at is kept as a seal, so that nothing else can
-- leave upon it; the time at which it is to leave belongs to it.
create table marketing.approval (
    approval_id uuid        not null,
    campaign_id uuid        not null,
    state       text        not null,
    asked_at    timestamptz not null,
    asked_by    uuid,
    asked_of    uuid,
    note        text        not null,
    starts_at   timestamptz,
    seal        text        not null,
    people      integer     not null,
    decided_at  timestamptz,
    decided_by  uuid,
    reason      text,
    ended_at    timestamptz,
    constraint approval_pk primary key (approval_id),
    constraint approval_campaign foreign key (campaign_id) references marketing.campaign (campaign_id),
    constraint approval_state check (state in ('asked', 'approved', 'returned', 'withdrawn', 'lapsed')),
    constraint approval_decided check (state not in ('approved', 'returned') or (decided_at is not null and decided_by is not null)),
    constraint approval_not_of_oneself check (asked_by is null or (decided_by is distinct from asked_by and asked_of is distinct from asked_by))
);
create index approval_of_campaign on marketing.approval (campaign_id, asked_at);
create unique index approval_one_open on marketing.approval (campaign_id) where state in ('asked', 'approved');
create index approval_waiting on marketing.approval (asked_at) where state = 'asked';

alter table marketing.act drop constraint act_kind;
alter table marketing.act add constraint act_kind check (kind in ('made', 'tested', 'scheduled', 'started', 'paused', 'resumed', 'cancelled', 'ended',
    'asked', 'approved', 'returned', 'withdrawn', 'lapsed'));

-- The doors say what is missing, in words. This stands behind them: where the house wants a second person, no statement of anybody lets a campaign leave,
-- or sets its time, without an approval for just that time.
create function marketing.must_be_approved() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if new.state in ('scheduled', 'sending') and old.state in ('draft', 'scheduled')
       and coalesce((select r.second_person from marketing.house_rule r), false)
       and not exists (select 1
                         from marketing.approval a
                        where a.campaign_id = new.campaign_id and a.state = 'approved'
                          and a.starts_at is not distinct from
                              case when new.state = 'scheduled' then new.starts_at when old.state = 'scheduled' then old.starts_at end) then
        raise exception 'No second person has approved that campaign % leaves', new.campaign_id
            using errcode = 'check_violation', constraint = 'campaign_approved';
    end if;
    return new;
end $$;
revoke all on function marketing.must_be_approved from public;
create trigger campaign_approved before update of state on marketing.campaign
    for each row execute function marketing.must_be_approved();

-- Finding out who of very many gets a campaign takes a while, and nobody waits for it at a page: it is scheduled for no time, which is at once.
alter table marketing.campaign drop constraint campaign_scheduled;

alter table marketing.act drop constraint act_kind;
alter table marketing.act add constraint act_kind check (kind in ('made', 'tested', 'scheduled', 'sent', 'started', 'paused', 'resumed', 'cancelled',
    'ended', 'asked', 'approved', 'returned', 'withdrawn', 'lapsed'));

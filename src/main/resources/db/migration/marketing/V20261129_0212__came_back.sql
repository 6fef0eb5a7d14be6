-- A message that left may come back, or its reader may call it spam.
alter table marketing.delivery
    drop constraint delivery_state,
    add constraint delivery_state check (state in ('waiting', 'taken', 'sent', 'skipped', 'failed', 'bounced', 'complained'));
create index delivery_bounced on marketing.delivery (person_id, done_at) where state = 'bounced';

-- A message came back: whose it was, and how often such have come back softly from that address. It goes from bad to worse only, and says once
-- what there is to do; of a message whose record is gone, with its person or in its time, it says nothing.
create function marketing.come_back(delivery uuid, became text, why text, happened timestamptz)
    returns table (person_id uuid, campaign_id uuid, address text, soft integer)
    language sql security definer set search_path = pg_catalog as $$
    with held as (
        select d.delivery_id, d.state, d.reason
          from marketing.delivery d
         where d.delivery_id = come_back.delivery
           for update),
    moved as (
        update marketing.delivery d
           set state = case when h.state in ('waiting', 'skipped', 'failed') then d.state else became end,
               reason = case when h.state in ('waiting', 'skipped', 'failed') then d.reason else why end,
               done_at = case when h.state = 'waiting' then d.done_at else happened end
          from held h
         where d.delivery_id = h.delivery_id
           and h.state <> 'complained'
           and not (h.state = 'bounced' and became = 'bounced' and (h.reason = 'hard' or why = 'soft'))
        returning d.person_id, d.campaign_id, d.address)
    select register.person_now(m.person_id), m.campaign_id, m.address,
           (select count(*)::integer
              from marketing.delivery s
             where s.person_id = m.person_id and s.state = 'bounced' and s.reason = 'soft' and lower(s.address) = lower(m.address)
               and s.done_at > happened - interval '90 days' and s.delivery_id <> come_back.delivery)
           + case when why = 'soft' then 1 else 0 end
      from moved m
$$;
revoke all on function marketing.come_back from public;

-- Whose a message was, for its reader's own acts elsewhere.
create function marketing.reader_of(delivery uuid) returns table (person_id uuid, campaign_id uuid, address text)
    language sql stable security definer set search_path = pg_catalog as $$
    select register.person_now(d.person_id), d.campaign_id, d.address
      from marketing.delivery d
     where d.delivery_id = reader_of.delivery
$$;
revoke all on function marketing.reader_of from public;

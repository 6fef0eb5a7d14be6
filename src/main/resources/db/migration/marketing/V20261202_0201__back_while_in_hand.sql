-- A server that says at once that nobody is there says it while the message is in hand: it still waits by its state, and has come back all the same.
create or replace function marketing.come_back(delivery uuid, became text, why text, happened timestamptz)
    returns table (person_id uuid, campaign_id uuid, address text, soft integer)
    language sql security definer set search_path = pg_catalog as $$
    -- The person first, as a ban does: two that hold what the other wants would wait for ever.
    select 1
      from register.person p
     where p.person_id = (select d.person_id from marketing.delivery d where d.delivery_id = come_back.delivery)
       for update;
    with held as (
        select d.delivery_id, d.state, d.reason,
               d.state in ('skipped', 'failed')
               or (d.state = 'waiting' and not exists (select 1 from marketing.batch b where d.delivery_id = any(b.deliveries))) as stays
          from marketing.delivery d
         where d.delivery_id = come_back.delivery
           for update),
    moved as (
        update marketing.delivery d
           set state = case when h.stays then d.state else became end,
               reason = case when h.stays then d.reason else why end,
               done_at = case when h.stays and h.state = 'waiting' then d.done_at else happened end
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

-- What came back while it was in hand has left: it says when, and is counted and listed among what left.
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
               taken_at = case when h.state = 'waiting' and not h.stays then happened else d.taken_at end,
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

-- With which words it left is known only when it is settled, though it has come back before.
create or replace function marketing.settle_unseen(delivery uuid, batch uuid, became text, why text, said text, next timestamptz, unsure boolean,
                                                   tried boolean, happened timestamptz) returns void
    language sql security definer set search_path = pg_catalog as $$
    update marketing.delivery d
       set state = case when became <> 'waiting' then became when (d.standing & 31) <> 0 then 'skipped' else d.state end,
           reason = case when became <> 'waiting' then why
                         when (d.standing & 31) = 0 then d.reason
                         when (d.standing & 1) <> 0 then 'banned'
                         when (d.standing & 16) <> 0 then 'banned-by-organisation'
                         when (d.standing & 2) <> 0 then 'restricted'
                         when (d.standing & 4) <> 0 then 'uninformed'
                         else 'erased' end,
           subject = coalesce(said, d.subject), next_at = coalesce(next, d.next_at), uncertain = d.uncertain or unsure,
           attempts = d.attempts + case when tried then 1 else 0 end, taken_at = case when tried then happened else d.taken_at end,
           done_at = case when became <> 'waiting' or (d.standing & 31) <> 0 then happened else d.done_at end
     where d.delivery_id = settle_unseen.delivery and d.state in ('waiting', 'skipped')
       and exists (select 1
                     from marketing.batch b
                    where b.batch_id = settle_unseen.batch and settle_unseen.delivery = any(b.deliveries));
    update marketing.delivery d
       set subject = coalesce(said, d.subject), attempts = d.attempts + 1
     where d.delivery_id = settle_unseen.delivery and d.state in ('bounced', 'complained') and tried
       and exists (select 1
                     from marketing.batch b
                    where b.batch_id = settle_unseen.batch and settle_unseen.delivery = any(b.deliveries));
    update marketing.batch b
       set deliveries = array_remove(b.deliveries, settle_unseen.delivery)
     where b.batch_id = settle_unseen.batch;
    delete from marketing.batch b where b.batch_id = settle_unseen.batch and cardinality(b.deliveries) = 0;
$$;

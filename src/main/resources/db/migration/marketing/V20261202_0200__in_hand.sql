-- Which messages are being handed over just now: a row for each batch and none for a message. A message that waits is written over once, when it is known what
-- became of it; before, it was written over a second time only to say that it had been taken, with an entry in every index.
create table marketing.batch (
    batch_id    uuid   not null,
    campaign_id uuid   not null,
    deliveries  uuid[] not null,
    constraint batch_pk primary key (batch_id),
    constraint batch_campaign foreign key (campaign_id) references marketing.campaign (campaign_id)
);
create index batch_of_campaign on marketing.batch (campaign_id);

-- What was being handed over when the version before ended.
update marketing.delivery set state = 'waiting', taken_by = null, uncertain = true where state = 'taken';
drop index marketing.delivery_taken;

-- What was in hand when the process that handed it over died may have been taken by the mail server, and goes into the queue again. The people first, as a
-- ban does: two that hold what the other wants would wait for ever.
create function marketing.take_up(happened timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    again integer;
begin
    perform 1
       from register.person p
      where p.person_id in (select d.person_id
                              from marketing.delivery d
                             where d.delivery_id in (select unnest(b.deliveries) from marketing.batch b))
      order by p.person_id
        for key share;
    update marketing.delivery d
       set uncertain = true, attempts = d.attempts + 1, next_at = happened
     where d.delivery_id in (select unnest(b.deliveries) from marketing.batch b) and d.state in ('waiting', 'skipped');
    get diagnostics again = row_count;
    delete from marketing.batch;
    return again;
end $$;
revoke all on function marketing.take_up from public;

-- What became of a message that was being handed over while its reader banned marketing: marketing does not see the row any more, and the numbers must
-- still be right. What would wait again for somebody who is hidden is skipped.
create function marketing.settle_unseen(delivery uuid, batch uuid, became text, why text, said text, next timestamptz, unsure boolean, tried boolean,
                                        happened timestamptz) returns void
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
    update marketing.batch b
       set deliveries = array_remove(b.deliveries, settle_unseen.delivery)
     where b.batch_id = settle_unseen.batch;
    delete from marketing.batch b where b.batch_id = settle_unseen.batch and cardinality(b.deliveries) = 0;
$$;
revoke all on function marketing.settle_unseen(uuid, uuid, text, text, text, timestamptz, boolean, boolean, timestamptz) from public;

drop function marketing.settle_unseen(uuid, uuid, text, text, text, timestamptz, boolean, timestamptz);

create or replace function marketing.waits(campaign uuid, happened timestamptz) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from marketing.delivery d where d.campaign_id = campaign and d.state = 'waiting' and d.next_at <= happened)
        or exists (select 1
                     from marketing.delivery d
                    where d.campaign_id = campaign and (d.standing & 31) <> 0 and d.state in ('waiting', 'taken'))
$$;

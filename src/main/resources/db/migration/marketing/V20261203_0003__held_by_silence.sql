-- What was in hand when the process ended goes into the queue again; but what a mail server that says nothing still has in hand is not left by anybody: its
-- campaign is named, and waits for the answer while others go on.
create function marketing.take_up(happened timestamptz, held uuid[]) returns integer
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    again integer;
begin
    perform 1
       from register.person p
      where p.person_id in (select d.person_id
                              from marketing.delivery d
                             where d.delivery_id in (select unnest(b.deliveries) from marketing.batch b where b.campaign_id <> all(held)))
      order by p.person_id
        for key share;
    update marketing.delivery d
       set uncertain = true, attempts = d.attempts + 1, next_at = happened
     where d.delivery_id in (select unnest(b.deliveries) from marketing.batch b where b.campaign_id <> all(held)) and d.state in ('waiting', 'skipped');
    get diagnostics again = row_count;
    delete from marketing.batch b where b.campaign_id <> all(held);
    return again;
end $$;
revoke all on function marketing.take_up(timestamptz, uuid[]) from public;
drop function marketing.take_up(timestamptz);

-- No message is in the state "taken" any more: what is being handed over is in a batch.
create or replace function marketing.waits(campaign uuid, happened timestamptz) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from marketing.delivery d where d.campaign_id = campaign and d.state = 'waiting' and d.next_at <= happened)
        or exists (select 1
                     from marketing.delivery d
                    where d.campaign_id = campaign and (d.standing & 31) <> 0 and d.state = 'waiting')
$$;

-- What waits for somebody who is hidden is skipped without waiting for anybody: a ban of many and this, each holding what the other wants, would wait for ever.
-- What somebody else is changing at this moment is skipped a second later.
create or replace function marketing.skip_hidden(campaign uuid, happened timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    skipped integer;
begin
    with mine as (
        select d.delivery_id
          from marketing.delivery d
         where d.campaign_id = campaign and (d.standing & 31) <> 0 and d.state in ('waiting', 'taken')
           for update skip locked)
    update marketing.delivery d
       set state = 'skipped', done_at = happened, uncertain = d.uncertain or d.state = 'taken',
           reason = case when (d.standing & 1) <> 0 then 'banned'
                         when (d.standing & 16) <> 0 then 'banned-by-organisation'
                         when (d.standing & 2) <> 0 then 'restricted'
                         when (d.standing & 4) <> 0 then 'uninformed'
                         else 'erased' end
      from mine m
     where d.delivery_id = m.delivery_id;
    get diagnostics skipped = row_count;
    return skipped;
end $$;

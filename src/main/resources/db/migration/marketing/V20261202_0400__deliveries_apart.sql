-- What became something else than sent is a few rows of many, and is listed by itself. Rows that are on their way or have left are not in it, so that
-- sending costs no more.
create index delivery_apart on marketing.delivery (campaign_id, state, next_at, delivery_id)
    where state in ('skipped', 'failed', 'bounced', 'complained');

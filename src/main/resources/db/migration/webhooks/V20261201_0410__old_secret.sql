-- The secret before the newest one signs beside it for a while, so that a receiver can be told the new one without missing a call.
alter table webhooks.webhook
    add column old_secret bytea,
    add column old_until timestamptz,
    add constraint webhook_old_secret check ((old_secret is null) = (old_until is null));

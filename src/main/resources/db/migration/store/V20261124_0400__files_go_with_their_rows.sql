-- Whoever removes a blob's row (an erasure, a retention, a hand), the file is asked for removal in the same transaction. A row here is
-- a file that is still to go.
alter table store.blob_removal drop column removed_at, drop column asked_at;

create function store.ask_for_removal() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into store.blob_removal (blob_id) select g.blob_id from gone g on conflict do nothing;
    return null;
end $$;

create trigger blob_removed after delete on store.blob
    referencing old table as gone for each statement execute function store.ask_for_removal();

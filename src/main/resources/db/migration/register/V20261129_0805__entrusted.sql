-- Whose task it is, where somebody else than its writer has to do it.
alter table register.note add column owner_by uuid;
create index note_entrusted on register.note (owner_by, due_on) where kind = 'task' and done_at is null and owner_by is not null;

-- Under which key a file was fingerprinted: when the key was changed between preview and commit, it is read again.
alter table imports.row add column key_version integer not null default 1;
-- Banned because the organisation asked for everybody at its domain: a cause of its own, see register.organisation_ban.
alter table imports.row add column barred boolean not null default false;

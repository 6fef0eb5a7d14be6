-- A server that was told a message and says nothing keeps a campaign from getting on, too.
alter table marketing.halt
    drop constraint halt_code,
    add constraint halt_code check (code in ('unreachable', 'resting', 'serverless', 'silent'));

-- That everybody in an audience enters a flow: asked by somebody, done part by part, until it is done or taken back. How far it came is written with each part.
create table flows.addition (
    addition_id uuid        not null,
    flow_id     uuid        not null,
    audience_id uuid        not null,
    people      integer     not null,
    looked      integer     not null default 0,
    entered     integer     not null default 0,
    looked_to   uuid,
    asked_at    timestamptz not null,
    asked_by    uuid,
    by_name     text        not null,
    ended_at    timestamptz,
    outcome     text,
    constraint addition_pk primary key (addition_id),
    constraint addition_of_flow foreign key (flow_id) references flows.flow (flow_id),
    constraint addition_outcome check (outcome in ('done', 'taken-back', 'flow-ended'))
);
-- The same is not asked twice while it is under way.
create unique index addition_open on flows.addition (flow_id, audience_id) where ended_at is null;

alter table flows.act drop constraint act_kind;
alter table flows.act add constraint act_kind
    check (kind in ('made', 'started', 'paused', 'resumed', 'ended', 'people-added', 'people-asked', 'people-stopped'));

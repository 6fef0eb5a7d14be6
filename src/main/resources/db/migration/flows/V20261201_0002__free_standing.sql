-- A flow is entered and left by whoever is free as a whole: that a category of somebody's is restricted alone takes nobody out of it.
drop index flows.passage_hidden;
create index passage_hidden on flows.passage (flow_id) where due_at is not null and (standing & 31) <> 0;

create or replace function flows.enter(flow uuid, people uuid[], happened timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    entered integer;
begin
    insert into flows.passage (passage_id, flow_id, edition_id, person_id, standing, title, step_id, waits, entered_at, since_at, due_at)
    select gen_random_uuid(), f.flow_id, e.edition_id, p.person_id, p.standing, f.name, e.first_step, false, happened, happened, happened
      from flows.flow f
      join flows.edition e on e.edition_id = f.edition_id
      join register.person p on p.person_id = any(people) and (p.standing & 31) = 0 and p.merged_into is null
     where f.flow_id = flow and f.state in ('running', 'paused')
       and not exists (select 1
                         from flows.passage x
                        where x.flow_id = f.flow_id and x.person_id = p.person_id
                          and (x.due_at is not null or f.again_days is null or x.entered_at > happened - make_interval(days => f.again_days)))
        on conflict (flow_id, person_id) where due_at is not null do nothing;
    get diagnostics entered = row_count;
    return entered;
end $$;

create or replace function flows.leave_hidden(happened timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    gone integer;
begin
    with hidden as (
        update flows.passage p
           set due_at = null
         where p.due_at is not null and (p.standing & 31) <> 0
        returning p.passage_id, p.flow_id, p.person_id, p.standing, p.title, p.step_id)
    insert into flows.leaving (leaving_id, passage_id, flow_id, person_id, standing, kind, why, title, step_id, left_at)
    select gen_random_uuid(), h.passage_id, h.flow_id, h.person_id, h.standing, 'left',
           case when (h.standing & 1) <> 0 then 'banned'
                when (h.standing & 16) <> 0 then 'banned-by-organisation'
                when (h.standing & 2) <> 0 then 'restricted'
                when (h.standing & 4) <> 0 then 'uninformed'
                else 'erased' end,
           h.title, h.step_id, happened
      from hidden h;
    get diagnostics gone = row_count;
    return gone;
end $$;

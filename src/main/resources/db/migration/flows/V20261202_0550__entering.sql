-- Whoever is taken into a flow is held first, so that nobody is banned between being read and being written. Of very many whoever is being changed at this
-- moment is passed over, waited for by nobody and told, so that they are tried again; of few all are waited for. Both in the order in which a ban holds
-- several: two that hold what the other wants would wait for ever.
drop function flows.enter(uuid, uuid[], timestamptz);
create function flows.enter(flow uuid, people uuid[], waits boolean, happened timestamptz) returns table (entered integer, passed_over uuid[])
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    held uuid[];
begin
    if waits then
        perform 1 from register.person p where p.person_id = any(people) order by p.person_id for key share;
    end if;
    held := array(select h.person_id
                    from (select p.person_id
                            from register.person p
                           where p.person_id = any(people) and (p.standing & 31) = 0 and p.merged_into is null
                           order by p.person_id
                             for key share skip locked) h);
    passed_over := array(select p.person_id
                           from (select unnest(people) except select unnest(held)) as r (person_id)
                           join register.person p on p.person_id = r.person_id and (p.standing & 31) = 0 and p.merged_into is null
                          order by p.person_id);
    insert into flows.passage (passage_id, flow_id, edition_id, person_id, standing, title, step_id, waits, entered_at, since_at, due_at)
    select gen_random_uuid(), f.flow_id, e.edition_id, p.person_id, p.standing, f.name, e.first_step, false, happened, happened, happened
      from flows.flow f
      join flows.edition e on e.edition_id = f.edition_id
      join register.person p on p.person_id = any(held)
     where f.flow_id = flow and f.state in ('running', 'paused')
       and not exists (select 1
                         from flows.passage x
                        where x.flow_id = f.flow_id and x.person_id = p.person_id
                          and (x.due_at is not null or f.again_days is null or x.entered_at > happened - make_interval(days => f.again_days)))
        on conflict (flow_id, person_id) where due_at is not null do nothing;
    get diagnostics entered = row_count;
    return next;
end $$;
revoke all on function flows.enter from public;

create or replace function flows.happened(what text, which text, person uuid, happened timestamptz) returns void
    language sql security definer set search_path = pg_catalog as $$
    select (flows.enter(f.flow_id, array[person], true, happened)).entered
      from flows.flow f
     where f.trigger_kind = what and f.trigger_value = which and f.state in ('running', 'paused')
$$;

-- Whoever was passed over when their part entered is tried again with the next.
alter table flows.addition add column passed_over uuid[] not null default '{}';
-- In an audience that was removed meanwhile nobody is any more, and that is not the same as done.
alter table flows.addition drop constraint addition_outcome;
alter table flows.addition add constraint addition_outcome check (outcome in ('done', 'taken-back', 'flow-ended', 'audience-gone'));
alter table flows.act drop constraint act_kind;
alter table flows.act add constraint act_kind
    check (kind in ('made', 'started', 'paused', 'resumed', 'ended', 'people-added', 'people-asked', 'people-stopped', 'people-gone'));

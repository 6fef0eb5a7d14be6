-- A category that is restricted alone (Art. 18) is a bit of the person's standing, which every row of theirs carries: 32 notes, 64 changes of contact data,
-- 128 statistics of responses. The bits below, together 31, are about the whole person; whether somebody stands free is asked of them alone, as
-- (standing & 31) = 0.
alter table register.person drop constraint person_standing;
alter table register.person add constraint person_standing check (standing between 0 and 255);

alter table register.partial_restriction add column standing_bit smallint;
update register.partial_restriction
   set standing_bit = case category when 'relationship-notes' then 32 when 'contact-changes' then 64 when 'response-statistics' then 128 end;
alter table register.partial_restriction alter column standing_bit set not null;
alter table register.partial_restriction add constraint partial_restriction_bit check ((standing_bit & 31) = 0 and (standing_bit & (standing_bit - 1)) = 0);
drop index register.partial_restriction_category;

-- The bits are those of the rows that are there, whatever adds, moves or removes one: a request, its lifting, a merge, time. The person is held first, so that
-- two who do so at once see each other's rows.
create function register.mark_parts(people uuid[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform 1 from register.person p where p.person_id = any(people) order by p.person_id for update;
    update register.person p
       set standing = (p.standing & 31) | k.bits
      from (select q.person_id,
                   coalesce((select bit_or(a.standing_bit) from register.partial_restriction a where a.person_id = q.person_id), 0::smallint) as bits
              from unnest(people) as q (person_id)) k
     where p.person_id = k.person_id and p.standing <> ((p.standing & 31) | k.bits);
end $$;
revoke all on function register.mark_parts from public;

create function register.parts_altered() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    people uuid[];
begin
    if tg_op = 'INSERT' then
        select array_agg(distinct x.person_id) into people from arrived x;
    elsif tg_op = 'DELETE' then
        select array_agg(distinct x.person_id) into people from departed x;
    else
        select array_agg(distinct x.person_id) into people
          from (select d.person_id from departed d union all select a.person_id from arrived a) x;
    end if;
    if people is not null then
        perform register.mark_parts(people);
    end if;
    return null;
end $$;
revoke all on function register.parts_altered from public;

create trigger partial_restriction_arrived after insert on register.partial_restriction
    referencing new table as arrived for each statement execute function register.parts_altered();
create trigger partial_restriction_departed after delete on register.partial_restriction
    referencing old table as departed for each statement execute function register.parts_altered();
create trigger partial_restriction_altered after update on register.partial_restriction
    referencing old table as departed new table as arrived for each statement execute function register.parts_altered();

select register.mark_parts(array(select distinct a.person_id from register.partial_restriction a));

-- When two who were merged are two again, each has the restrictions of their own: the rows go back first and make the bits, so that whatever else goes back
-- carries a standing that stays.
create or replace function register.part_people(id uuid, happened timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    m register.merge;
    g register.person;
    k register.person;
    now_standing smallint;
    gone_standing smallint;
    since smallint;
    undo jsonb;
begin
    select * into strict m from register.merge x where x.merge_id = id for update;
    undo := m.undo::jsonb;
    perform 1 from register.person p where p.person_id in (m.person_id, m.gone_id) order by p.person_id for update;
    g := jsonb_populate_record(null::register.person, undo -> 'gone');
    k := jsonb_populate_record(null::register.person, undo -> 'kept');
    update register.partial_restriction a
       set person_id = m.gone_id
      from jsonb_array_elements(undo -> 'moved') t
     cross join lateral jsonb_populate_recordset(null::register.partial_restriction, t -> 'keys') b
     where t ->> 'table' = 'register.partial_restriction'
       and a.person_id = m.person_id and a.category = b.category and a.request_id = b.request_id;
    select p.standing into strict now_standing from register.person p where p.person_id = m.person_id;
    select p.standing into strict gone_standing from register.person p where p.person_id = m.gone_id;
    since := now_standing & ~((undo ->> 'joined')::smallint) & 31;
    gone_standing := ((g.standing | since) & 31) | (gone_standing & ~31);
    update register.person p
       set standing = gone_standing, version = p.version + 1, changed_at = happened, merged_into = null, name = g.name,
           given_name = g.given_name, family_name = g.family_name, sort_name = g.sort_name, search_words = g.search_words,
           job_title = g.job_title, department = g.department, language = g.language, owner_by = g.owner_by, role_reason = g.role_reason,
           source_detail = g.source_detail, sourced_by = g.sourced_by, last_act_at = g.last_act_at
     where p.person_id = m.gone_id;
    update register.person p
       set standing = (((k.standing & now_standing) | since) & 31) | (now_standing & ~31), version = p.version + 1, changed_at = happened,
           inform_by = k.inform_by, informed_at = coalesce(p.informed_at, k.informed_at)
     where p.person_id = m.person_id;
    perform register.move_back(undo, m.person_id, m.gone_id, gone_standing);
    update register.merge x set undone_at = happened, undo = null where x.merge_id = id;
end $$;

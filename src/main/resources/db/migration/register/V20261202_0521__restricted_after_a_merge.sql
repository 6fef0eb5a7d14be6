-- As before, but whoever had a value that a merge put aside counts as having it, for as long as the merge can be undone: it comes back to where its field is then.
create or replace function register.file_field(field uuid, wanted text, part smallint) returns text
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    was text;
    having_it uuid[];
begin
    select d.category into was from register.custom_field d where d.custom_field_id = field for update;
    if was is null or was = wanted then
        return was;
    end if;
    select array_agg(h.person_id) into having_it
      from (select v.person_id
              from register.custom_value v
              join register.partial_restriction a on a.person_id = v.person_id and a.category = was
             where v.custom_field_id = field
            union
            select m.person_id
              from register.merge m
             cross join lateral jsonb_array_elements(m.undo::jsonb -> 'dropped') b
             where m.undo is not null and m.person_id is not null
               and b ->> 'table' = 'register.custom_value' and b -> 'row' ->> 'custom_field_id' = field::text) h;
    if part = 0 and exists (select 1 from register.partial_restriction a where a.category = was and a.person_id = any(having_it)) then
        raise exception 'seloste: values of the field are restricted' using errcode = 'SL423';
    end if;
    if part <> 0 then
        insert into register.partial_restriction (person_id, category, standing_bit, request_id, since_at)
        select a.person_id, wanted, part, a.request_id, a.since_at
          from register.partial_restriction a
         where a.category = was and a.person_id = any(having_it)
            on conflict do nothing;
    end if;
    update register.custom_field d set category = wanted where d.custom_field_id = field;
    return was;
end $$;

-- As before, but all that a request restricted goes back to whose request it is: what was restricted when the two became one, and what that became since because
-- a field was filed elsewhere. The value that goes back is restricted where it is now, and the one who never asked is not.
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
     where a.person_id = m.person_id
       and a.request_id in (select b.request_id
                              from jsonb_array_elements(undo -> 'moved') t
                             cross join lateral jsonb_populate_recordset(null::register.partial_restriction, t -> 'keys') b
                             where t ->> 'table' = 'register.partial_restriction');
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

-- Pairs that look alike and are two: nobody is asked again.
create table register.kept_apart (
    kept_apart_id   uuid        not null,
    person_id       uuid,
    standing        smallint,
    organisation_id uuid,
    other_id        uuid        not null,
    kept_at         timestamptz not null,
    kept_by         uuid,
    constraint kept_apart_pk primary key (kept_apart_id),
    constraint kept_apart_of_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade,
    constraint kept_apart_of_organisation foreign key (organisation_id) references register.organisation (organisation_id),
    constraint kept_apart_owner check (num_nonnulls(person_id, organisation_id) = 1 and (person_id is null) = (standing is null))
);
create index kept_apart_person on register.kept_apart (person_id, other_id);
create index kept_apart_organisation on register.kept_apart (organisation_id, other_id);
create index kept_apart_other on register.kept_apart (other_id);

-- A merge, and for a month what is needed to undo it.
create table register.merge (
    merge_id        uuid        not null,
    person_id       uuid,
    standing        smallint,
    organisation_id uuid,
    gone_id         uuid        not null,
    merged_at       timestamptz not null,
    merged_by       uuid,
    merged_by_name  text        not null,
    undo_until      date        not null,
    undone_at       timestamptz,
    undo            text,
    constraint merge_pk primary key (merge_id),
    constraint merge_of_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade,
    constraint merge_of_organisation foreign key (organisation_id) references register.organisation (organisation_id),
    constraint merge_owner check (num_nonnulls(person_id, organisation_id) = 1 and (person_id is null) = (standing is null))
);
create index merge_person on register.merge (person_id, merged_at desc);
create index merge_organisation on register.merge (organisation_id, merged_at desc);
create index merge_gone on register.merge (gone_id);
create index merge_undo_until on register.merge (undo_until) where undo is not null;

-- Columns that lead to a person or an organisation, in whatever module's tables: by foreign key, or by their name where a lower floor cannot refer up.
create function register.leading_columns(parent regclass, named name)
    returns table (relation regclass, id_column name, standing_column name)
    language sql stable set search_path = pg_catalog as $$
    select f.conrelid::regclass, a.attname, s.attname
      from pg_constraint f
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
      left join pg_attribute s on s.attrelid = f.conrelid and s.attnum = f.conkey[2]
     where f.contype = 'f' and f.confrelid = parent and f.conparentid = 0
    union
    select c.oid::regclass, a.attname, null::name
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = named and a.atttypid = 'uuid'::regtype and not a.attisdropped
     where c.relkind in ('r', 'p') and not c.relispartition and c.oid <> parent
       and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
       and not exists (select 1
                         from pg_constraint f
                        where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = parent and f.conkey[1] = a.attnum)
$$;
revoke all on function register.leading_columns from public;

create function register.key_columns(relation regclass) returns text[]
    language sql stable set search_path = pg_catalog as $$
    select array_agg(a.attname::text)
      from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
     where i.indrelid = relation and i.indisprimary
$$;
revoke all on function register.key_columns from public;

-- How many rows of each table hang on a person: what a merge would move.
create function register.rows_of_person(subject uuid) returns table (relation text, rows bigint)
    language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    t record;
begin
    for t in select * from register.leading_columns('register.person', 'person_id') loop
        relation := t.relation::text;
        execute format('select count(*) from %s where %I = $1', t.relation, t.id_column) into rows using subject;
        if rows > 0 then
            return next;
        end if;
    end loop;
end $$;

create function register.rows_of_organisation(organisation uuid) returns table (relation text, rows bigint)
    language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    t record;
begin
    for t in select * from register.leading_columns('register.organisation', 'organisation_id') loop
        relation := t.relation::text;
        execute format('select count(*) from %s where %I = $1', t.relation, t.id_column) into rows using organisation;
        if rows > 0 then
            return next;
        end if;
    end loop;
end $$;

-- Moves one table's rows one by one where the two have the same thing twice (a tag, a list): the second of a pair is put aside for the undo.
create function register.move_singly(t regclass, id_column name, set_clause text, gone uuid, moved inout jsonb, dropped inout jsonb)
    language plpgsql set search_path = pg_catalog as $$
declare
    one record;
    key jsonb;
begin
    for one in execute format('select x.ctid as place, to_jsonb(x) as content from %s x where %I = $1', t, id_column) using gone loop
        begin
            execute format('update %s x set %s where x.ctid = $1 returning to_jsonb(x)', t, set_clause) into key using one.place;
            moved := moved || key;
        exception when unique_violation then
            begin
                execute format('delete from %s x where x.ctid = $1', t) using one.place;
                dropped := dropped || jsonb_build_object('table', t::text, 'row', one.content);
            exception when foreign_key_violation then
                null; -- something hangs on it: it stays with the alias
            end;
        end;
    end loop;
end $$;
revoke all on function register.move_singly from public;

create function register.move_rows(parent regclass, named name, gone uuid, kept uuid, kept_standing smallint) returns jsonb
    language plpgsql set search_path = pg_catalog as $$
declare
    t record;
    set_clause text;
    keys jsonb;
    dropped jsonb := '[]';
    moved jsonb := '[]';
begin
    for t in select * from register.leading_columns(parent, named) loop
        set_clause := format('%I = %L', t.id_column, kept)
                      || case when t.standing_column is null then '' else format(', %I = %s', t.standing_column, kept_standing) end;
        begin
            execute format('with m as (update %s x set %s where %I = $1 returning %s) select coalesce(jsonb_agg(to_jsonb(m)), ''[]'') from m',
                           t.relation, set_clause, t.id_column,
                           (select string_agg(format('x.%I', k), ', ') from unnest(register.key_columns(t.relation)) k))
               into keys using gone;
        exception when unique_violation then
            keys := '[]';
            select s.moved, s.dropped into keys, dropped
              from register.move_singly(t.relation, t.id_column, set_clause, gone, keys, dropped) s;
        end;
        if keys <> '[]' then
            moved := moved || jsonb_build_object('table', t.relation::text, 'column', t.id_column, 'standing', t.standing_column, 'keys', keys);
        end if;
    end loop;
    return jsonb_build_object('moved', moved, 'dropped', dropped);
end $$;
revoke all on function register.move_rows from public;

create function register.move_back(undo jsonb, kept uuid, gone uuid, gone_standing smallint) returns void
    language plpgsql set search_path = pg_catalog as $$
declare
    t jsonb;
    relation regclass;
begin
    for t in select e from jsonb_array_elements(undo -> 'moved') e loop
        relation := (t ->> 'table')::regclass;
        execute format('update %s x set %I = $1%s from jsonb_populate_recordset(null::%s, $2) k where x.%I = $3 and %s',
                       relation, t ->> 'column',
                       case when t ->> 'standing' is null then '' else format(', %I = %s', t ->> 'standing', gone_standing) end,
                       relation, t ->> 'column',
                       (select string_agg(format('x.%I = k.%I', k, k), ' and ') from unnest(register.key_columns(relation)) k))
          using gone, t -> 'keys', kept;
    end loop;
    for t in select e from jsonb_array_elements(undo -> 'dropped') e loop
        relation := (t ->> 'table')::regclass;
        execute format('insert into %s overriding system value select * from jsonb_populate_record(null::%s, $1)', relation, relation)
          using (t -> 'row') || case when t -> 'row' ? 'standing' then jsonb_build_object('standing', gone_standing) else '{}' end;
    end loop;
end $$;
revoke all on function register.move_back from public;

-- Two rows that are one person. What either forbids is forbidden: bits joined, the earlier day to inform, the later act. The other becomes an
-- alias without values, seen like a shell of an erased person.
create function register.merge_people(id uuid, kept uuid, gone uuid, happened timestamptz, until_on date, actor_id uuid, actor_name text)
    returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
    k register.person;
    g register.person;
    joined smallint;
    undo jsonb;
begin
    perform 1 from register.person p where p.person_id in (kept, gone) order by p.person_id for update;
    select * into strict k from register.person p where p.person_id = kept;
    select * into strict g from register.person p where p.person_id = gone;
    if kept = gone or k.merged_into is not null or g.merged_into is not null then
        raise exception 'seloste: merged already' using errcode = 'SL409';
    end if;
    joined := k.standing | g.standing;
    update register.person p
       set standing = joined,
           version = p.version + 1,
           changed_at = happened,
           inform_by = least(k.inform_by, g.inform_by),
           informed_at = case when (joined & 4) <> 0 then null else coalesce(least(k.informed_at, g.informed_at), k.informed_at) end,
           last_act_at = greatest(k.last_act_at, g.last_act_at)
     where p.person_id = kept;
    undo := register.move_rows('register.person', 'person_id', gone, kept, joined)
            || jsonb_build_object('gone', to_jsonb(g), 'kept', to_jsonb(k), 'joined', joined);
    update register.person p
       set standing = 8, version = p.version + 1, changed_at = happened, merged_into = kept, name = '', given_name = null, family_name = null,
           sort_name = '', search_words = '', job_title = null, department = null, language = null, owner_by = null, role_reason = null,
           source_detail = case when p.source_detail is null then null else '' end, sourced_by = null, last_act_at = null
     where p.person_id = gone;
    insert into register.merge (merge_id, person_id, standing, gone_id, merged_at, merged_by, merged_by_name, undo_until, undo)
    select id, kept, p.standing, gone, happened, actor_id, actor_name, until_on, undo::text
      from register.person p
     where p.person_id = kept;
end $$;

-- What came after the merge holds for both: whatever was forbidden since is forbidden to both, and a ban that was lifted since is lifted for the one
-- who was there to lift it.
create function register.part_people(id uuid, happened timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    m register.merge;
    g register.person;
    k register.person;
    now_standing smallint;
    since smallint;
    undo jsonb;
begin
    select * into strict m from register.merge x where x.merge_id = id for update;
    undo := m.undo::jsonb;
    select p.standing into strict now_standing from register.person p where p.person_id = m.person_id for update;
    g := jsonb_populate_record(null::register.person, undo -> 'gone');
    k := jsonb_populate_record(null::register.person, undo -> 'kept');
    since := now_standing & ~((undo ->> 'joined')::smallint);
    update register.person p
       set standing = g.standing | since, version = p.version + 1, changed_at = happened, merged_into = null, name = g.name,
           given_name = g.given_name, family_name = g.family_name, sort_name = g.sort_name, search_words = g.search_words,
           job_title = g.job_title, department = g.department, language = g.language, owner_by = g.owner_by, role_reason = g.role_reason,
           source_detail = g.source_detail, sourced_by = g.sourced_by, last_act_at = g.last_act_at
     where p.person_id = m.gone_id;
    update register.person p
       set standing = (k.standing & now_standing) | since, version = p.version + 1, changed_at = happened,
           inform_by = k.inform_by, informed_at = coalesce(p.informed_at, k.informed_at)
     where p.person_id = m.person_id;
    perform register.move_back(undo, m.person_id, m.gone_id, (g.standing | since)::smallint);
    update register.merge x set undone_at = happened, undo = null where x.merge_id = id;
end $$;

create function register.merge_organisations(id uuid, kept uuid, gone uuid, happened timestamptz, until_on date, actor_id uuid, actor_name text)
    returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
    k register.organisation;
    g register.organisation;
    undo jsonb;
begin
    perform 1 from register.organisation o where o.organisation_id in (kept, gone) order by o.organisation_id for update;
    select * into strict k from register.organisation o where o.organisation_id = kept;
    select * into strict g from register.organisation o where o.organisation_id = gone;
    if kept = gone or k.merged_into is not null or g.merged_into is not null then
        raise exception 'seloste: merged already' using errcode = 'SL409';
    end if;
    undo := register.move_rows('register.organisation', 'organisation_id', gone, kept, null)
            || jsonb_build_object('gone', to_jsonb(g), 'kept', to_jsonb(k));
    update register.organisation o
       set version = o.version + 1, changed_at = happened, merged_into = kept
     where o.organisation_id = gone;
    update register.organisation o set version = o.version + 1, changed_at = happened where o.organisation_id = kept;
    insert into register.merge (merge_id, organisation_id, gone_id, merged_at, merged_by, merged_by_name, undo_until, undo)
    values (id, kept, gone, happened, actor_id, actor_name, until_on, undo::text);
end $$;

create function register.part_organisations(id uuid, happened timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    m register.merge;
begin
    select * into strict m from register.merge x where x.merge_id = id for update;
    update register.organisation o
       set version = o.version + 1, changed_at = happened, merged_into = null
     where o.organisation_id = m.gone_id;
    perform register.move_back(m.undo::jsonb, m.organisation_id, m.gone_id, null);
    update register.merge x set undone_at = happened, undo = null where x.merge_id = id;
end $$;

-- Who looks like this person: the same address or number that is read by one person, or the same name at the same organisation. Ids only; the
-- caller reads what its purpose shows of them.
create function register.twins_of_person(subject uuid) returns table (other_id uuid, reason text)
    language sql stable security definer set search_path = pg_catalog as $$
    select t.other_id, min(t.reason)
      from (select o.person_id as other_id, o.kind as reason
              from register.contact_point m
              join register.contact_point o on o.canonical_print = m.canonical_print and o.person_id <> m.person_id
             where m.person_id = subject and m.kind in ('email', 'phone') and m.usage = 'personal' and o.usage = 'personal'
            union
            select b.person_id, 'name'
              from register.person me
              join register.affiliation a on a.person_id = me.person_id
              join register.affiliation b on b.organisation_id = a.organisation_id and b.person_id <> a.person_id
              join register.person p on p.person_id = b.person_id
             where me.person_id = subject
               and split_part(p.search_words, ' | ', 1) = split_part(me.search_words, ' | ', 1)) t
     where not exists (select 1 from register.kept_apart k where k.person_id = subject and k.other_id = t.other_id)
     group by t.other_id
     limit 50
$$;

-- Pairs over the whole register, by fingerprint, from a mark on.
create function register.twin_people(after_print bytea, n integer) returns table (canonical_print bytea, one_id uuid, other_id uuid)
    language sql stable security definer set search_path = pg_catalog as $$
    select g.canonical_print, g.ids[1], g.ids[2]
      from (select c.canonical_print, array_agg(distinct c.person_id order by c.person_id) as ids
              from register.contact_point c
             where c.canonical_print > coalesce(after_print, ''::bytea)
               and c.person_id is not null and c.usage = 'personal' and c.kind in ('email', 'phone')
             group by c.canonical_print
            having count(distinct c.person_id) > 1
             order by c.canonical_print
             limit n * 2) g
     where not exists (select 1 from register.kept_apart k where k.person_id = g.ids[1] and k.other_id = g.ids[2])
     order by g.canonical_print
     limit n
$$;

create function register.twins_of_organisation(organisation uuid) returns table (other_id uuid, reason text)
    language sql stable security definer set search_path = pg_catalog as $$
    select t.other_id, min(t.reason)
      from (select o.organisation_id as other_id,
                   case when o.business_id = me.business_id then 'business-id' when o.domain = me.domain then 'domain' else 'name' end as reason
              from register.organisation me
              join register.organisation o
                on o.organisation_id <> me.organisation_id and o.merged_into is null
               and o.organisation_id in (select x.organisation_id from register.organisation x where x.business_id = me.business_id
                                         union all
                                         select x.organisation_id from register.organisation x where x.domain = me.domain
                                         union all
                                         select x.organisation_id from register.organisation x where x.name_folded = me.name_folded)
             where me.organisation_id = organisation) t
     where not exists (select 1 from register.kept_apart k where k.organisation_id = organisation and k.other_id = t.other_id)
     group by t.other_id
     limit 50
$$;

-- A field of the company's own belongs to a category of the notice, and its values lie in the table of that category: who reads them, how long they are kept and
-- who had them restricted follows from the table as anywhere else. register.custom_value is the whole, for the functions of the owner alone (merging, taking an
-- import back); every purpose asks the parts. Of which category a value is, its field says, by a foreign key that cascades: to change the field moves the values.
alter table register.custom_field add column key text;
update register.custom_field d
   set key = k.stem || case when k.n = 1 then '' else '-' || left(md5(d.custom_field_id::text), 8) end
  from (select s.custom_field_id, s.stem, row_number() over (partition by s.stem order by s.created_at, s.custom_field_id) as n
          from (select f.custom_field_id, f.created_at,
                       coalesce(nullif(trim(both '-' from left(regexp_replace(lower(translate(f.name, 'ÅÄÖÉÜåäöéü', 'aaoeuaaoeu')), '[^a-z0-9]+', '-', 'g'),
                                                               40)), ''), 'field') as stem
                  from register.custom_field f) s) k
 where k.custom_field_id = d.custom_field_id;
alter table register.custom_field alter column key set not null;

-- All values lay in the table of notes, whatever the field said; that they stay there until somebody says otherwise is what the notice has promised.
update register.custom_field set category = 'relationship-notes';
alter table register.custom_field add constraint custom_field_key_once unique (key);
alter table register.custom_field add constraint custom_field_category_once unique (custom_field_id, category);
alter table register.custom_field add constraint custom_field_category check (
    category in ('relationship-notes', 'contact-tags', 'contact-information', 'organisations')
    and (category <> 'organisations' or entity = 'organisation')
    and (category not in ('contact-tags', 'contact-information') or entity = 'person'));

-- What a field was called that is no more: audiences that asked it say so, and its key is never another field's.
create table register.retired_field (
    custom_field_id uuid        not null,
    entity          text        not null,
    name            text        not null,
    kind            text        not null,
    category        text        not null,
    key             text        not null,
    retired_at      timestamptz not null,
    constraint retired_field_pk primary key (custom_field_id),
    constraint retired_field_key_once unique (key)
);

drop statistics if exists register.custom_value_visible;
alter table register.custom_value rename to custom_value_of_notes;
alter table register.custom_value_of_notes drop constraint custom_value_pk;
alter table register.custom_value_of_notes drop constraint custom_value_field;
alter table register.custom_value_of_notes drop constraint custom_value_of_person;
alter table register.custom_value_of_notes drop constraint custom_value_of_organisation;
alter index register.custom_value_person_once rename to custom_value_of_notes_person_once;
alter index register.custom_value_organisation_once rename to custom_value_of_notes_organisation_once;
alter index register.custom_value_import rename to custom_value_of_notes_import;
alter table register.custom_value_of_notes add column category text not null default 'relationship-notes';

create table register.custom_value (
    custom_value_id uuid        not null,
    custom_field_id uuid        not null,
    person_id       uuid,
    standing        smallint,
    organisation_id uuid,
    value           text        not null,
    import_id       uuid,
    created_at      timestamptz not null,
    category        text        not null,
    constraint custom_value_pk primary key (custom_value_id, category),
    constraint custom_value_field foreign key (custom_field_id, category)
        references register.custom_field (custom_field_id, category) on update cascade,
    constraint custom_value_of_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade on delete restrict,
    constraint custom_value_of_organisation foreign key (organisation_id) references register.organisation (organisation_id) on delete restrict,
    constraint custom_value_owner check (num_nonnulls(person_id, organisation_id) = 1 and (person_id is null) = (standing is null))
) partition by list (category);
create index custom_value_import on register.custom_value (import_id);
-- Who has a value: equality and days by the index, numbers among the values of their field. A value that no audience can ask is too long for a page of an index.
create index custom_value_asked on register.custom_value (custom_field_id, value collate "C") include (person_id, standing, organisation_id)
 where octet_length(value) <= 800;
alter table register.custom_value attach partition register.custom_value_of_notes for values in ('relationship-notes');

create table register.custom_value_of_tags partition of register.custom_value (
    constraint custom_value_of_tags_people check (organisation_id is null)
) for values in ('contact-tags');
create table register.custom_value_of_contacts partition of register.custom_value (
    constraint custom_value_of_contacts_people check (organisation_id is null)
) for values in ('contact-information');
create table register.custom_value_of_organisations partition of register.custom_value (
    constraint custom_value_of_organisations_nobody check (person_id is null)
) for values in ('organisations');
alter table register.custom_value_of_tags alter column category set default 'contact-tags';
alter table register.custom_value_of_contacts alter column category set default 'contact-information';
alter table register.custom_value_of_organisations alter column category set default 'organisations';
create unique index custom_value_of_tags_person_once on register.custom_value_of_tags (person_id, custom_field_id);
create unique index custom_value_of_contacts_person_once on register.custom_value_of_contacts (person_id, custom_field_id);
create unique index custom_value_of_organisations_once on register.custom_value_of_organisations (organisation_id, custom_field_id);

-- A field is said to be of another category, and its values are from then on. Whoever had the old category restricted alone (Art. 18) has the new one restricted with
-- it, where that can be: a value must not come back into use because its field was filed elsewhere. Where it cannot be, the field stays.
create function register.file_field(field uuid, wanted text, part smallint) returns text
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    was text;
begin
    select d.category into was from register.custom_field d where d.custom_field_id = field for update;
    if was is null or was = wanted then
        return was;
    end if;
    if part = 0 and exists (select 1
                             from register.partial_restriction a
                             join register.custom_value v on v.person_id = a.person_id and v.custom_field_id = field
                            where a.category = was) then
        raise exception 'seloste: values of the field are restricted' using errcode = 'SL423';
    end if;
    if part <> 0 then
        insert into register.partial_restriction (person_id, category, standing_bit, request_id, since_at)
        select distinct a.person_id, wanted, part, a.request_id, a.since_at
          from register.partial_restriction a
          join register.custom_value v on v.person_id = a.person_id and v.custom_field_id = field
         where a.category = was
            on conflict do nothing;
    end if;
    update register.custom_field d set category = wanted where d.custom_field_id = field;
    return was;
end $$;
revoke all on function register.file_field from public;

-- Of a table in parts the key names a row without the part: a row may have moved to another meanwhile.
create or replace function register.key_columns(relation regclass) returns text[]
    language sql stable set search_path = pg_catalog as $$
    select array_agg(a.attname::text)
      from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      left join pg_partitioned_table t on t.partrelid = i.indrelid
     where i.indrelid = relation and i.indisprimary and not coalesce(a.attnum = any(t.partattrs), false)
$$;

-- As before, but a value of an own field goes back to where its field is now, and not at all where the field is gone.
create or replace function register.move_back(undo jsonb, kept uuid, gone uuid, gone_standing smallint) returns void
    language plpgsql set search_path = pg_catalog as $$
declare
    t jsonb;
    content jsonb;
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
        content := (t -> 'row') || case when t -> 'row' ? 'standing' then jsonb_build_object('standing', gone_standing) else '{}' end;
        if relation = 'register.custom_value'::regclass then
            content := content || jsonb_build_object('category', (select d.category
                                                                    from register.custom_field d
                                                                   where d.custom_field_id = (content ->> 'custom_field_id')::uuid));
            continue when content ->> 'category' is null;
        end if;
        execute format('insert into %s overriding system value select * from jsonb_populate_record(null::%s, $1)', relation, relation)
          using content;
    end loop;
end $$;

-- Who came by an import and has had something happen since: anything that hangs on the person and did not come by this import, an edit, an act,
-- the notice of Art. 14. Looked for in whatever module's tables, so a table added tomorrow is asked too.
create function imports.note_kept(batch uuid) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    t record;
    condition text;
begin
    delete from imports.kept k where k.import_id = batch;
    insert into imports.kept (import_id, person_id)
    select batch, p.person_id
      from register.person p
     where p.import_id = batch
       and (p.version > 1 or p.last_act_at is not null or p.informed_at is not null or p.merged_into is not null or (p.standing & 10) <> 0);
    for t in
        select l.relation, l.id_column,
               exists (select 1 from pg_attribute a where a.attrelid = l.relation and a.attname = 'import_id' and not a.attisdropped) as marked
          from register.leading_columns('register.person', 'person_id') l
          join pg_class c on c.oid = l.relation
         where c.relnamespace not in ('imports'::regnamespace, 'evidence'::regnamespace)
           and l.relation not in ('register.person'::regclass, 'register.person_tag'::regclass)
    loop
        condition := case when t.marked then 'x.import_id is distinct from $1' else 'true' end;
        execute format('insert into imports.kept (import_id, person_id)
                        select distinct $1, p.person_id
                          from %s x
                          join register.person p on p.person_id = x.%I
                         where p.import_id = $1 and %s
                            on conflict do nothing', t.relation, t.id_column, condition)
          using batch;
    end loop;
end $$;

-- Values that the import changed and nobody changed since.
create function imports.restore_values(batch uuid, happened timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    f record;
begin
    for f in
        select distinct c.entity, c.field, replace(c.field, '-', '_') as column_name
          from register.change c
         where c.import_id = batch and c.entity in ('person', 'organisation')
           and c.field in ('name', 'given-name', 'family-name', 'job-title', 'department', 'language', 'business-id', 'vat-id', 'website', 'domain',
                           'segment', 'einvoice-address', 'einvoice-operator')
    loop
        execute format('update register.%1$s x
                           set %2$I = c.old_value, version = x.version + 1, changed_at = $2
                          from register.change c
                         where c.import_id = $1 and c.entity = %3$L and c.field = %4$L and c.entity_id = x.%5$I
                           and x.import_id is distinct from $1 and x.%2$I is not distinct from c.new_value',
                       f.entity, f.column_name, f.entity, f.field, f.entity || '_id')
          using batch, happened;
    end loop;
    update register.custom_value v
       set value = c.old_value
      from register.change c
     where c.import_id = batch and c.entity = 'custom-value' and c.entity_id = v.custom_value_id and c.old_value is not null
       and v.value = c.new_value and v.import_id is distinct from batch;
    update register.affiliation a
       set roles = string_to_array(coalesce(c.old_value, ''), ', ')
      from register.change c
     where c.import_id = batch and c.entity = 'affiliation' and c.field = 'roles' and c.entity_id = a.affiliation_id
       and array_to_string(a.roles, ', ') = c.new_value and a.import_id is distinct from batch;
    delete from register.person_tag t
     using register.change c
     where c.import_id = batch and c.entity = 'person' and c.field = 'tag' and c.person_id = t.person_id and c.new_value = t.tag;
    delete from register.organisation_tag t
     using register.change c
     where c.import_id = batch and c.entity = 'organisation' and c.field = 'tag' and c.organisation_id = t.organisation_id and c.new_value = t.tag;
end $$;
revoke all on function imports.restore_values from public;

-- Takes an import back. Who is noted as kept stays whole; all else that it brought goes, and what it changed is as it was. Gives back who was
-- there before and has been touched, so that their words for searching are made anew.
create function imports.take_back(batch uuid, happened timestamptz) returns table (person_id uuid, organisation_id uuid)
    language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
    t text;
begin
    return query
    select distinct c.person_id, null::uuid
      from register.change c
      join register.person p on p.person_id = c.person_id
     where c.import_id = batch and p.import_id is distinct from batch
    union all
    select distinct null::uuid, c.organisation_id
      from register.change c
      join register.organisation o on o.organisation_id = c.organisation_id
     where c.import_id = batch and c.person_id is null and o.import_id is distinct from batch;
    perform imports.restore_values(batch, happened);
    foreach t in array array['change', 'custom_value', 'note', 'affiliation', 'postal_address', 'contact_point'] loop
        execute format('delete from register.%I x
                         where x.import_id = $1
                           and not exists (select 1 from imports.kept k where k.import_id = $1 and k.person_id = x.person_id)', t)
          using batch;
    end loop;
    delete from register.person_tag x
     using register.person p
     where p.person_id = x.person_id and p.import_id = batch
       and not exists (select 1 from imports.kept k where k.import_id = batch and k.person_id = x.person_id);
    delete from register.person p
     where p.import_id = batch
       and not exists (select 1 from imports.kept k where k.import_id = batch and k.person_id = p.person_id);
    perform imports.remove_organisations(batch);
end $$;

-- An organisation goes when nothing hangs on it any more and nobody has edited it.
create function imports.remove_organisations(batch uuid) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    t record;
    free text := '';
begin
    for t in
        select l.relation, l.id_column
          from register.leading_columns('register.organisation', 'organisation_id') l
          join pg_class c on c.oid = l.relation
         where c.relnamespace not in ('imports'::regnamespace, 'evidence'::regnamespace)
           and l.relation not in ('register.organisation'::regclass, 'register.organisation_tag'::regclass)
    loop
        free := free || format(' and not exists (select 1 from %s x where x.%I = o.organisation_id)', t.relation, t.id_column);
    end loop;
    execute format('create temporary table gone on commit drop as
                    select o.organisation_id from register.organisation o where o.import_id = %L and o.version = 1 and o.merged_into is null', batch)
            || free;
    delete from register.organisation_tag x using pg_temp.gone g where g.organisation_id = x.organisation_id;
    delete from register.organisation o using pg_temp.gone g where g.organisation_id = o.organisation_id;
    drop table pg_temp.gone;
end $$;
revoke all on function imports.note_kept, imports.take_back, imports.remove_organisations from public;

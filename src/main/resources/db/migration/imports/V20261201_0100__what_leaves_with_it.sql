-- Before an import is taken back one wants to know who would stay, though what other modules began by it has not ended yet: rows that leave with it
-- keep nobody, by their keys, and neither does an act that was only theirs.
drop function imports.note_kept(uuid);
create function imports.note_kept(batch uuid, leaving uuid[], idle uuid[]) returns void
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
       and (p.version > 1 or (p.last_act_at is not null and not p.person_id = any(idle)) or p.informed_at is not null or p.merged_into is not null
            or (p.standing & 10) <> 0);
    for t in
        select l.relation, l.id_column, k.attname as key_column,
               exists (select 1 from pg_attribute a where a.attrelid = l.relation and a.attname = 'import_id' and not a.attisdropped) as marked
          from register.leading_columns('register.person', 'person_id') l
          join pg_class c on c.oid = l.relation
          left join pg_index i on i.indrelid = l.relation and i.indisprimary and i.indnkeyatts = 1
          left join pg_attribute k on k.attrelid = l.relation and k.attnum = i.indkey[0] and k.atttypid = 'uuid'::regtype
         where c.relnamespace not in ('imports'::regnamespace, 'evidence'::regnamespace)
           and l.relation not in ('register.person'::regclass, 'register.person_tag'::regclass)
    loop
        condition := case when t.marked then 'x.import_id is distinct from $1' else 'true' end
                  || case when t.key_column is null then '' else format(' and not x.%I = any($2)', t.key_column) end;
        execute format('insert into imports.kept (import_id, person_id)
                        select distinct $1, p.person_id
                          from %s x
                          join register.person p on p.person_id = x.%I
                         where p.import_id = $1 and %s
                            on conflict do nothing', t.relation, t.id_column, condition)
          using batch, leaving;
    end loop;
end $$;
revoke all on function imports.note_kept from public;

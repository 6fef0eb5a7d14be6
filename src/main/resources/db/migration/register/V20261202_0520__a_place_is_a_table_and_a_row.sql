-- As before, but a row is found again by its table and its place: a place alone (ctid) is of one table, and where a table is divided in parts each part has
-- a row in the same place, which is somebody else's.
create or replace function register.move_singly(t regclass, id_column name, set_clause text, gone uuid, moved inout jsonb, dropped inout jsonb)
    language plpgsql set search_path = pg_catalog as $$
declare
    one record;
    key jsonb;
begin
    for one in execute format('select x.tableoid as part, x.ctid as place, to_jsonb(x) as content from %s x where %I = $1', t, id_column) using gone loop
        begin
            execute format('update %s x set %s where x.tableoid = $1 and x.ctid = $2 returning to_jsonb(x)', t, set_clause)
               into strict key using one.part, one.place;
            moved := moved || key;
        exception when unique_violation then
            begin
                execute format('delete from %s x where x.tableoid = $1 and x.ctid = $2', t) using one.part, one.place;
                dropped := dropped || jsonb_build_object('table', t::text, 'row', one.content);
            exception when foreign_key_violation then
                null; -- something hangs on it: it stays with the alias
            end;
        end;
    end loop;
end $$;

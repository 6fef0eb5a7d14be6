-- A large import multiplies a table in the running transaction, of which autovacuum sees nothing. Behind each row stand checks of foreign
-- keys, planned by the last figures; where those say "empty", as after an undo, the planner may take any index that ends in the key and
-- read the whole of it for each row. So the table is measured as soon as it has grown by more than a tenth, and by its lock no autovacuum
-- comes between until the commit. A small sample is enough: the commit counts as change, and autovacuum measures again with a large one.
create function imports.grown(which text, brought bigint) returns void
    language plpgsql security definer set search_path = pg_catalog set default_statistics_target = 10 as $$
begin
    if (select c.reltuples from pg_class c where c.oid = to_regclass(format('register.%I', which))) < 10 * brought then
        execute format('analyze register.%I', which);
    end if;
end $$;
revoke all on function imports.grown from public;

-- Work that is asked for while it waits or runs is done once more: who asks has changed something that the running job may have read
-- before. The version tells the one who runs it that its row is not its own any more.
create function store.ask_for_work(task text, instance text, at timestamptz) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into store.scheduled_tasks as t (task_name, task_instance, execution_time, picked, version)
    values (task, instance, at, false, 1)
        on conflict (task_name, task_instance) do update
           set execution_time = excluded.execution_time, picked = false, picked_by = null, last_heartbeat = null,
               consecutive_failures = 0, version = t.version + 1
$$;
revoke all on function store.ask_for_work from public;

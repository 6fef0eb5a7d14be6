package fi.seloste.store;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks for work after the commit: a row in the running transaction, so it is lost with it and kept with it. */
@Component
public class Jobs {

    private final JdbcClient jdbc;
    private final Clock clock;

    Jobs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same instance asked for twice runs once. */
    public void later(String job, String instance) {
        jdbc.sql("""
                        insert into store.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (:job, :instance, :now, false, 1)
                        on conflict do nothing""")
                .param("job", job)
                .param("instance", instance)
                .param("now", Sql.at(clock.instant()))
                .update();
    }
}

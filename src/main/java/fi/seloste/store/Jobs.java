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

    /** The same instance asked for twice before it begins runs once; asked for while it runs, it runs once more. */
    public void later(String job, String instance) {
        jdbc.sql("select store.ask_for_work(:job, :instance, :now)")
                .param("job", job)
                .param("instance", instance)
                .param("now", Sql.at(clock.instant()))
                .query()
                .listOfRows();
    }
}

package fi.seloste.datamap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the planner how many rows the policies leave. Of a condition on an expression it thinks that one row in two hundred passes, and
 * then reads and sorts a whole register for a page that an index would give in a millisecond.
 */
@Component
class Estimates {

    private final DataMap map;
    private final JdbcClient jdbc;

    Estimates(DataMap map, JdbcClient jdbc) {
        this.map = map;
        this.jdbc = jdbc;
    }

    /** Makes what is missing or was made for other policies; a table that has rows already is read for it at once. */
    void apply() {
        map.tables().stream().filter(table -> table.ties().standing()).forEach(this::estimate);
    }

    private void estimate(Table table) {
        var compared = String.join(", ", Policy.compared(table));
        var name = table.qualified() + "_visible";
        if (isEstimated(table, compared)) {
            return;
        }
        jdbc.sql("drop statistics if exists " + name).update();
        jdbc.sql("create statistics %s (ndistinct) on %s from %s".formatted(name, compared, table.qualified()))
                .update();
        jdbc.sql("comment on statistics %s is '%s'".formatted(name, compared)).update();
        jdbc.sql("analyze " + table.qualified()).update();
    }

    private boolean isEstimated(Table table, String compared) {
        return jdbc.sql("""
                        select exists (select 1
                                         from pg_statistic_ext
                                        where stxrelid = cast(:table as regclass) and stxname = :name
                                          and obj_description(oid, 'pg_statistic_ext') = :compared)""")
                .param("table", table.qualified())
                .param("name", table.name() + "_visible")
                .param("compared", compared)
                .query(Boolean.class)
                .single();
    }
}

package fi.seloste.marketing;

import fi.seloste.register.Standing;
import fi.seloste.store.Sql;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that counts, in the keeping purpose, whom marketing must not see: how many and why, never who. */
@Component
class Standings {

    private final JdbcClient jdbc;
    private final Conditions conditions;

    Standings(JdbcClient jdbc, Conditions conditions) {
        this.jdbc = jdbc;
        this.conditions = conditions;
    }

    /** Each person once, by the first reason that holds. */
    List<Excluded> hidden(Criteria criteria) {
        var clause = conditions.of(criteria);
        return new ArrayList<>(clause.applied(jdbc.sql("""
                        select h.reason, count(*) as people
                          from (select case when (p.standing & 1) <> 0 then 'banned'
                                            when (p.standing & 16) <> 0 then 'banned-by-organisation'
                                            when (p.standing & 2) <> 0 then 'restricted'
                                            else 'uninformed' end as reason
                                  from register.person p
                                 where p.standing <> 0 and not %s and (p.standing & 8) = 0 and p.merged_into is null and %s) h
                         group by h.reason
                         order by h.reason""".formatted(Standing.free("p.standing"), clause.text())))
                .withFetchSize(Sql.AT_ONCE)
                .query(Excluded.class)
                .list());
    }
}

package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.store.Sql;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what the house has set. Runs in the marketing purpose. */
@Component
class HouseRules {

    /** How many at most, or null without a limit, as SQL: what is set is read by the statement that asks, so a change holds from the next message on. */
    static final String MOST =
            "(select case when count(*) = 0 then %d else max(hr.most) end from marketing.house_rule hr)"
                    .formatted(HouseRule.Cap.USUAL.most());

    static final String DAYS =
            "(select coalesce(max(hr.days), %d) from marketing.house_rule hr)".formatted(HouseRule.Cap.USUAL.days());

    private final JdbcClient jdbc;

    HouseRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    HouseRule now() {
        return jdbc.sql("select version, second_person, most, days from marketing.house_rule")
                .query((row, n) -> new HouseRule(
                        row.getInt("version"),
                        row.getBoolean("second_person"),
                        new HouseRule.Cap(row.getObject("most", Integer.class), row.getInt("days"))))
                .optional()
                .orElse(HouseRule.UNSET);
    }

    /** False where somebody set it meanwhile. */
    boolean set(HouseRule rule, Actor actor, Instant now) {
        return jdbc.sql("""
                        insert into marketing.house_rule (house_rule_id, version, second_person, most, days, changed_at, changed_by)
                        select 1, :seen + 1, :secondPerson, :most::integer, :days, :now, :by::uuid
                         where :seen = 0 or exists (select 1 from marketing.house_rule)
                        on conflict (house_rule_id) do update
                           set version = :seen + 1, second_person = :secondPerson, most = :most::integer, days = :days, changed_at = :now,
                               changed_by = :by::uuid
                         where marketing.house_rule.version = :seen""")
                        .param("seen", rule.version())
                        .param("secondPerson", rule.secondPerson())
                        .param("most", rule.cap().most())
                        .param("days", rule.cap().days())
                        .param("now", Sql.at(now))
                        .param("by", actor.staff())
                        .update()
                == 1;
    }
}

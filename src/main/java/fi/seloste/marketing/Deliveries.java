package fi.seloste.marketing;

import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of a campaign's messages, whatever became of them. Runs in the marketing purpose, which does not see whoever has said no. */
@Component
class Deliveries {

    /** Of where a person {@code p} works now. */
    static String atWork(String column) {
        return """
            (select %s
               from register.affiliation f
               join register.organisation o on o.organisation_id = f.organisation_id
              where f.person_id = p.person_id and (f.until_on is null or f.until_on > :today) and o.merged_into is null
              order by f.created_at desc, f.affiliation_id desc
              limit 1)""".formatted(column);
    }

    private final JdbcClient jdbc;
    private final Conditions conditions;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Conditions conditions, Clock clock) {
        this.jdbc = jdbc;
        this.conditions = conditions;
        this.clock = clock;
    }

    static Reader reader(ResultSet row, OwnValues own, String language) throws SQLException {
        return new Reader(
                row.getString("name"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("job_title"),
                row.getString("organisation"),
                own.of(row, Locale.of(language)));
    }

    /** Whom a campaign's message could be shown as written to, in a preview. */
    Optional<Reader> reader(PersonId person, OwnValues own, String language) {
        return jdbc.sql("""
                        select p.name, p.given_name, p.family_name, p.job_title,
                               %s as organisation, %s
                          from register.person p
                         where p.person_id = :person""".formatted(atWork("o.name"), own.column()))
                .param("person", person.value())
                .param("today", conditions.today())
                .query((row, n) -> reader(row, own, language))
                .optional();
    }

    /** Ends what waits for somebody whom marketing does not see any more. */
    int skipHidden(UUID campaign) {
        return jdbc.sql("select marketing.skip_hidden(:campaign, :now)")
                .param("campaign", campaign)
                .param("now", Sql.at(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /** Some of a campaign's messages that left, in the order of their addresses. */
    List<UUID> left(UUID campaign, int most) {
        return jdbc.sql("""
                        select delivery_id
                          from marketing.delivery
                         where campaign_id = :campaign and state = 'sent'
                         order by address, delivery_id
                         limit :most""")
                .param("campaign", campaign)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** What has not left of a campaign that was cancelled. Its readers first, as a ban does: two that hold what the other wants would wait for ever. */
    int cancel(UUID campaign) {
        jdbc.sql("select marketing.hold_waiting(:campaign)")
                .param("campaign", campaign)
                .query()
                .listOfRows();
        skipHidden(campaign);
        return jdbc.sql("""
                        update marketing.delivery
                           set state = 'skipped', reason = 'cancelled', done_at = :now
                         where campaign_id = :campaign and state = 'waiting'""")
                .param("campaign", campaign)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** Whether nothing waits, not even for somebody whom marketing does not see any more and who could not be skipped just now. */
    boolean isDone(UUID campaign) {
        return jdbc.sql("""
                        select not exists (select 1 from marketing.delivery where campaign_id = :campaign and state = 'waiting')
                           and not marketing.waits(:campaign, :now)""")
                .param("campaign", campaign)
                .param("now", Sql.at(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** How many left in the last minute, by which the pace is held across a restart too. */
    int ofLastMinute(UUID campaign) {
        return jdbc.sql("""
                        select count(*)
                          from marketing.delivery
                         where campaign_id = :campaign and taken_at > cast(:now as timestamptz) - interval '1 minute'""")
                .param("campaign", campaign)
                .param("now", Sql.at(clock.instant()))
                .query(Integer.class)
                .single();
    }
}

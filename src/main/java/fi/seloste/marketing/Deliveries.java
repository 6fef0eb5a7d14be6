package fi.seloste.marketing;

import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the queue. Runs in the marketing purpose, so what waits for somebody who has said no is not there to be taken. */
@Component
class Deliveries {

    private final JdbcClient jdbc;
    private final Conditions conditions;
    private final Recipients recipients;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Conditions conditions, Recipients recipients, Clock clock) {
        this.jdbc = jdbc;
        this.conditions = conditions;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** A message that may leave now, or that was found to be skipped instead. */
    record Taken(
            UUID id, PersonId person, String address, String language, int attempts, boolean skipped, Reader reader) {}

    /** Who takes: this run of the process, and the print of the link that the message will carry. */
    record Hand(UUID run, byte[] tokenPrint) {}

    /**
     * Takes the next message, if its reader may still be written to: permission is read in the very statement that marks the row, by the role that
     * sees only whom it may write to. A gate that has shut meanwhile, or an address that is gone, skips it.
     */
    Optional<Taken> take(Campaign campaign, Hand hand) {
        return jdbc.sql("""
                        with next as (
                            select d.delivery_id, d.person_id, d.address
                              from marketing.delivery d
                             where d.campaign_id = :campaign and d.state = 'waiting' and d.next_at <= :moment
                               and exists (select 1 from marketing.campaign c where c.campaign_id = :campaign and c.state = 'sending')
                             order by d.next_at, d.delivery_id
                             limit 1
                               for update skip locked),
                        judged as (
                            select n.delivery_id, p.name, p.given_name, p.family_name, p.job_title, p.standing,
                                   (select o.name
                                      from register.affiliation f
                                      join register.organisation o on o.organisation_id = f.organisation_id
                                     where f.person_id = p.person_id and (f.until_on is null or f.until_on > :today) and o.merged_into is null
                                     order by f.created_at desc
                                     limit 1) as organisation,
                                   case when p.merged_into is not null then 'merged'
                                        when not exists (select 1 from register.contact_point c where %s and lower(c.value) = lower(n.address))
                                        then 'no-address' %s end as held
                              from next n
                              join register.person p on p.person_id = n.person_id),
                        taken as (
                            update marketing.delivery d
                               set state = case when j.held is null then 'taken' else 'skipped' end, reason = j.held,
                                   taken_at = case when j.held is null then cast(:moment as timestamptz) end, taken_by = :run,
                                   attempts = d.attempts + 1, done_at = case when j.held is not null then cast(:moment as timestamptz) end
                              from judged j
                             where d.delivery_id = j.delivery_id and d.state = 'waiting'
                            returning d.delivery_id, d.person_id, d.address, d.language, d.attempts, d.state, j.standing, j.name, j.given_name,
                                      j.family_name, j.job_title, j.organisation),
                        linked as (
                            insert into marketing.way_out (way_out_id, token_print, campaign_id, person_id, standing, made_at)
                            select gen_random_uuid(), :print, :campaign, t.person_id, t.standing, :moment from taken t where t.state = 'taken')
                        select t.delivery_id, t.person_id, t.address, t.language, t.attempts, t.state, t.name, t.given_name, t.family_name,
                               t.job_title, t.organisation
                          from taken t""".formatted(Recipients.USABLE, recipients.cases()))
                .param("campaign", campaign.id())
                .param("purpose", campaign.plan().purpose())
                .param(
                        "topic",
                        campaign.plan().topic() == null ? "" : campaign.plan().topic())
                .param("moment", Sql.at(clock.instant()))
                .param("today", conditions.today())
                .param("run", hand.run())
                .param("print", hand.tokenPrint())
                .query((row, n) -> taken(row))
                .optional();
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getObject("delivery_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("address"),
                row.getString("language"),
                row.getInt("attempts"),
                row.getString("state").equals("skipped"),
                new Reader(
                        row.getString("name"),
                        row.getString("given_name"),
                        row.getString("family_name"),
                        row.getString("job_title"),
                        row.getString("organisation")));
    }

    /** Whom a campaign's message could be shown as written to, in a preview. */
    Optional<Reader> reader(PersonId person) {
        return jdbc.sql("""
                        select p.name, p.given_name, p.family_name, p.job_title,
                               (select o.name
                                  from register.affiliation f
                                  join register.organisation o on o.organisation_id = f.organisation_id
                                 where f.person_id = p.person_id and (f.until_on is null or f.until_on > :today) and o.merged_into is null
                                 order by f.created_at desc
                                 limit 1) as organisation
                          from register.person p
                         where p.person_id = :person""")
                .param("person", person.value())
                .param("today", conditions.today())
                .query((row, n) -> new Reader(
                        row.getString("name"),
                        row.getString("given_name"),
                        row.getString("family_name"),
                        row.getString("job_title"),
                        row.getString("organisation")))
                .optional();
    }

    /** It left, and this is what its reader saw first. */
    void sent(UUID delivery, UUID run, String subject) {
        jdbc.sql("update marketing.delivery set subject = :subject where delivery_id = :id and taken_by = :run")
                .param("id", delivery)
                .param("run", run)
                .param("subject", subject)
                .update();
        done(delivery, run, "sent", null, false);
    }

    /** It left, or never will. Whoever banned marketing while it was being handed over is out of sight; the numbers are kept right all the same. */
    void done(UUID delivery, UUID run, String state, @Nullable String reason, boolean uncertain) {
        int seen = jdbc.sql("""
                        update marketing.delivery
                           set state = :state, reason = :reason, uncertain = uncertain or :uncertain, done_at = :now
                         where delivery_id = :id and taken_by = :run and state = 'taken'""")
                .param("id", delivery)
                .param("run", run)
                .param("state", state)
                .param("reason", reason)
                .param("uncertain", uncertain)
                .param("now", Sql.at(clock.instant()))
                .update();
        if (seen == 0) {
            settle(delivery, run, state, reason, uncertain);
        }
    }

    /** Back into the queue, to be taken again not before then. */
    void later(UUID delivery, UUID run, Instant next, boolean uncertain) {
        int seen = jdbc.sql("""
                        update marketing.delivery
                           set state = 'waiting', next_at = :next, taken_by = null, uncertain = uncertain or :uncertain
                         where delivery_id = :id and taken_by = :run and state = 'taken'""")
                .param("id", delivery)
                .param("run", run)
                .param("next", Sql.at(next))
                .param("uncertain", uncertain)
                .update();
        if (seen == 0) {
            settle(delivery, run, "waiting", null, uncertain);
        }
    }

    private void settle(UUID delivery, UUID run, String state, @Nullable String reason, boolean uncertain) {
        jdbc.sql("select marketing.settle(:id, :run, :state, :reason, :uncertain, :now)")
                .param("id", delivery)
                .param("run", run)
                .param("state", state)
                .param("reason", reason)
                .param("uncertain", uncertain)
                .param("now", Sql.at(clock.instant()))
                .query()
                .listOfRows();
    }

    /** What was being handed over when the process ended may have been taken, and goes into the queue again. Nobody hands over meanwhile. */
    int takeUp(UUID campaign) {
        return jdbc.sql("""
                        update marketing.delivery
                           set state = 'waiting', taken_by = null, uncertain = true, next_at = :now
                         where campaign_id = :campaign and state = 'taken'""")
                .param("campaign", campaign)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** Ends what waits for somebody whom marketing does not see any more. */
    int skipHidden(UUID campaign) {
        return jdbc.sql("select marketing.skip_hidden(:campaign, :now)")
                .param("campaign", campaign)
                .param("now", Sql.at(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /** What has not left of a campaign that was cancelled. */
    int cancel(UUID campaign) {
        return jdbc.sql("""
                        update marketing.delivery
                           set state = 'skipped', reason = 'cancelled', done_at = :now
                         where campaign_id = :campaign and state = 'waiting'""")
                .param("campaign", campaign)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    boolean isDone(UUID campaign) {
        return !jdbc.sql("""
                        select exists (select 1
                                         from marketing.delivery
                                        where campaign_id = :campaign and state in ('waiting', 'taken'))""").param("campaign", campaign).query(Boolean.class).single();
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

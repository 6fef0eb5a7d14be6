package fi.seloste.marketing;

import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of messages that are being handed over. Runs in the marketing purpose, so what waits for somebody who has said no is not there to be taken. */
@Component
class Batches {

    private final JdbcClient jdbc;
    private final Conditions conditions;
    private final Recipients recipients;
    private final Clock clock;

    Batches(JdbcClient jdbc, Conditions conditions, Recipients recipients, Clock clock) {
        this.jdbc = jdbc;
        this.conditions = conditions;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** A message that may leave now, or that was found to be skipped instead. {@code nth} says which of the links that were offered it carries. */
    record Taken(
            UUID id,
            PersonId person,
            String address,
            String language,
            int attempts,
            @Nullable String held,
            Reader reader,
            int nth) {

        boolean skipped() {
            return held != null;
        }
    }

    /**
     * Who takes: the batch that they will be in hand as, the prints of the links that they will carry, as many as may be taken, and which were due by when: the
     * same moment for all who take at once, so that what is put off meanwhile comes back to none of them. And the own fields that the messages say.
     */
    record Hand(UUID batch, List<String> prints, After after, Instant due, OwnValues own) {}

    /** Where in the queue to look on: what stands before was looked at already, and a queue of which much has left is not searched from its head. */
    record After(Instant nextAt, UUID delivery) {

        static final After NOTHING = new After(Instant.EPOCH, new UUID(0, 0));
    }

    /** What was taken, in the order of the queue, and where the next begin. */
    record Batch(List<Taken> taken, After last) {}

    /**
     * Takes the next messages, if their readers may still be written to: permission is read in the very statement that takes them in hand, by the role
     * that sees only whom it may write to. A gate that has shut meanwhile, or an address that is gone, skips one. Nothing here waits for a lock: whom
     * somebody else is changing at this moment is left for the next time, so that no ban ever fails for the sake of a message. Two who take at once must
     * look from different places on: what is in hand waits by its state, and the batch that says so is seen when it is committed.
     */
    Batch take(Campaign campaign, Hand hand) {
        byIndex();
        var rows = jdbc.sql(
                        """
                        with looked as (
                            select d.delivery_id, d.person_id, d.address, d.language, d.attempts, d.uncertain, d.next_at
                              from marketing.delivery d
                             where d.campaign_id = :campaign and d.state = 'waiting' and d.next_at <= :due
                               and (d.next_at, d.delivery_id) > (cast(:afterAt as timestamptz), :afterId::uuid)
                               and d.delivery_id not in (select unnest(b.deliveries) from marketing.batch b where b.campaign_id = :campaign)
                               and exists (select 1 from marketing.campaign c where c.campaign_id = :campaign and c.state = 'sending')
                             order by d.next_at, d.delivery_id
                             limit :many),
                        next as (
                            select l.delivery_id, l.person_id, l.address, l.language, l.attempts, l.uncertain, l.next_at,
                                   row_number() over (order by l.next_at, l.delivery_id) as nth
                              from looked l
                             where l.person_id = any(array(select marketing.held((select array_agg(person_id) from looked))))),
                        judged as materialized (
                            select n.delivery_id, n.person_id, n.address, n.language, n.attempts, n.next_at, n.nth, p.name, p.given_name, p.family_name,
                                   p.job_title, p.standing,
                                   %s as organisation, %s,
                                   case when n.uncertain and n.attempts >= :mostUncertain then 'line-broke' else %s end as held
                              from next n
                              join register.person p on p.person_id = n.person_id),
                        linked as (
                            insert into marketing.way_out (way_out_id, token_print, campaign_id, person_id, standing, made_at)
                            select (cast(:ways as uuid[]))[j.nth], decode((cast(:prints as text[]))[j.nth], 'hex'), :campaign, j.person_id, j.standing,
                                   :moment
                              from judged j
                             where j.held is null),
                        taken as (
                            insert into marketing.batch (batch_id, campaign_id, deliveries)
                            select :batch, :campaign, array_agg(j.delivery_id)
                              from judged j
                             where j.held is null
                            having count(*) > 0)
                        select j.delivery_id, j.person_id, j.address, j.language, j.attempts + 1 as attempts, j.held, j.name,
                               j.given_name, j.family_name, j.job_title, j.organisation, j.own, j.nth, j.next_at
                          from judged j
                         order by j.nth""".formatted(Deliveries.atWork("o.name"), hand.own().column(), held("n.address")))
                .params(asked(campaign))
                .param("batch", hand.batch())
                .param("many", hand.prints().size())
                .param("mostUncertain", Told.MOST_UNCERTAIN)
                .param("due", Sql.at(hand.due()))
                .param("afterAt", Sql.at(hand.after().nextAt()))
                .param("afterId", hand.after().delivery())
                .param("prints", Sql.array(hand.prints()))
                .param(
                        "ways",
                        Stream.generate(Ids::next).limit(hand.prints().size()).toArray(UUID[]::new))
                .query((row, n) -> new Row(
                        taken(row, campaign, hand.own()),
                        row.getObject("next_at", OffsetDateTime.class).toInstant()))
                .list();
        skip(rows.stream().map(Row::taken).filter(Taken::skipped).toList());
        var last = rows.isEmpty()
                ? hand.after()
                : new After(rows.getLast().nextAt(), rows.getLast().taken().id());
        return new Batch(rows.stream().map(Row::taken).toList(), last);
    }

    /** One that may have left three times already has failed. By their keys alone: which of the many that wait they are, the database would find out by looking through all of them. */
    private void skip(List<Taken> held) {
        if (held.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with mine as (
                            select d.delivery_id
                              from marketing.delivery d
                             where d.delivery_id = any(:ids::uuid[])
                               for update of d skip locked)
                        update marketing.delivery d
                           set state = case when h.reason = 'line-broke' then 'failed' else 'skipped' end, reason = h.reason, done_at = :now
                          from unnest(:ids::uuid[], :reasons::text[]) as h (delivery_id, reason)
                         where d.delivery_id = h.delivery_id and d.delivery_id in (select delivery_id from mine)""")
                .param("ids", held.stream().map(Taken::id).toArray(UUID[]::new))
                .param("reasons", held.stream().map(Taken::held).toArray(String[]::new))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /**
     * For the rest of the transaction: the rows of a campaign were laid down a moment ago, and of what it has not counted yet the database thinks that
     * reading all of it, or all of an index beside another, is quicker, which is so for nobody's hundred out of many thousands. A plan is made once then: to make
     * one takes as long as to take a batch.
     */
    private void byIndex() {
        jdbc.sql("""
                        select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
                               set_config('enable_mergejoin', 'off', true), set_config('enable_bitmapscan', 'off', true),
                               set_config('plan_cache_mode', 'force_generic_plan', true)""").query().listOfRows();
    }

    private record Row(Taken taken, Instant nextAt) {}

    /** What gates may name. */
    private Map<String, Object> asked(Campaign campaign) {
        var plan = campaign.plan();
        return Map.of(
                "campaign", campaign.id(),
                "purpose", plan.purpose(),
                "topic", plan.topic() == null ? "" : plan.topic(),
                "moment", Sql.at(clock.instant()),
                "today", conditions.today());
    }

    /** Why somebody {@code p} gets no message at that address, or null. */
    private String held(String address) {
        return """
                case when p.merged_into is not null then 'merged'
                     when not exists (select 1 from register.contact_point c where c.person_id = p.person_id and %s and lower(c.value) = lower(%s)) then 'no-address'
                     %s end""".formatted(Recipients.USABLE, address, recipients.cases());
    }

    /** Of what was taken a while ago and has not left: what may still leave. It is asked as when it was taken. */
    Set<UUID> still(Campaign campaign, UUID batch, List<UUID> ids) {
        return new HashSet<>(jdbc.sql("""
                        select d.delivery_id
                          from marketing.delivery d
                          join register.person p on p.person_id = d.person_id
                         where d.delivery_id = any(:ids::uuid[]) and d.state <> 'skipped' and %s is null
                           and exists (select 1 from marketing.batch b where b.batch_id = :batch)
                           and exists (select 1 from marketing.campaign c where c.campaign_id = :campaign and c.state = 'sending')""".formatted(held("d.address")))
                .param("ids", ids.toArray(UUID[]::new))
                .param("batch", batch)
                .params(asked(campaign))
                .query(UUID.class)
                .list());
    }

    private static Taken taken(ResultSet row, Campaign campaign, OwnValues own) throws SQLException {
        var language = row.getString("language");
        return new Taken(
                row.getObject("delivery_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("address"),
                language,
                row.getInt("attempts"),
                row.getString("held"),
                Deliveries.reader(row, own, campaign.content().languageFor(language)),
                row.getInt("nth"));
    }

    /** What was being handed over when the process ended may have been taken, and goes into the queue again. Nobody hands over meanwhile. */
    int takeUp() {
        return jdbc.sql("select marketing.take_up(:now)")
                .param("now", Sql.at(clock.instant()))
                .query(Integer.class)
                .single();
    }
}

package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Spot;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of campaigns and of what was done with them. */
@Component
class Campaigns {

    private static final String SELECT = """
            select campaign_id, version, name, purpose, topic, sender_name, reply_to, sender_id, audience_id, content, per_minute, state, starts_at, changed_at,
                   begun_at, ended_at
              from marketing.campaign c
            """;

    private static final String NOT_LASTING =
            "not exists (select 1 from marketing.lasting l where l.campaign_id = c.campaign_id)";

    private final JdbcClient jdbc;

    Campaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was touched last on top. */
    List<Campaign> touched(CampaignQuery query, @Nullable Spot from, int limit) {
        return jdbc.sql(SELECT + """
                        where (:at::timestamptz is null or (changed_at, campaign_id) < (:at::timestamptz, :id::uuid)) and %s
                          and (:state = '' or state = :state) and (:topic = '' or topic = :topic)
                          and (:words = '' or position(lower(:words) in lower(name)) > 0
                               or position(lower(:words) in lower(content::json ->> 'subjects')) > 0)
                        order by changed_at desc, campaign_id desc
                        limit :limit""".formatted(NOT_LASTING))
                .param("at", from == null ? null : Sql.at(from.at()))
                .param("id", from == null ? null : from.id())
                .param("state", query.state())
                .param("topic", query.topic())
                .param("words", query.words())
                .param("limit", limit)
                .query((row, n) -> campaign(row))
                .list();
    }

    /** What left or is to leave between two moments, in that order. */
    List<Campaign> between(Instant from, Instant until) {
        return jdbc.sql(SELECT + """
                        where coalesce(begun_at, starts_at) >= :from and coalesce(begun_at, starts_at) < :until and %s
                        order by coalesce(begun_at, starts_at), campaign_id""".formatted(NOT_LASTING))
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .query((row, n) -> campaign(row))
                .list();
    }

    List<Campaign> after(@Nullable UUID mark, int limit) {
        return jdbc.sql(SELECT + """
                        where (:mark::uuid is null or campaign_id < :mark::uuid) and %s
                        order by campaign_id desc
                        limit :limit""".formatted(NOT_LASTING))
                .param("mark", mark)
                .param("limit", limit)
                .query((row, n) -> campaign(row))
                .list();
    }

    /** What leaves now, and what was to start by now; of what lasts, only that of which something waits. */
    List<Campaign> atWork(Instant now) {
        return jdbc.sql(SELECT + """
                        where (state = 'sending'
                               and (not exists (select 1 from marketing.lasting l where l.campaign_id = c.campaign_id and l.closed_at is null)
                                    or marketing.waits(c.campaign_id, :now)))
                           or (state = 'scheduled' and (starts_at is null or starts_at <= :now))
                        order by begun_at, campaign_id""")
                .param("now", Sql.at(now))
                .query((row, n) -> campaign(row))
                .list();
    }

    Optional<Campaign> find(UUID id) {
        return jdbc.sql(SELECT + "where campaign_id = :id")
                .param("id", id)
                .query((row, n) -> campaign(row))
                .optional();
    }

    /** Nobody else changes it until the transaction ends. What only points to it, as a batch does that is taken in hand, waits for nobody. */
    Optional<Campaign> hold(UUID id) {
        return jdbc.sql(SELECT + "where campaign_id = :id for no key update of c")
                .param("id", id)
                .query((row, n) -> campaign(row))
                .optional();
    }

    UUID add(Campaign.Plan plan, Content content, Actor actor, Instant now) {
        var id = Ids.next();
        planned(jdbc.sql("""
                                insert into marketing.campaign
                                       (campaign_id, name, purpose, topic, sender_name, reply_to, sender_id, audience_id, content, per_minute, state, made_at,
                                        made_by, changed_at)
                                values (:id, :name, :purpose, :topic, :sender, :replyTo, :senderId::uuid, :audience::uuid, :content, :pace, 'draft', :now, :by::uuid,
                                        :now)"""), plan)
                .param("id", id)
                .param("content", content.json())
                .param("by", actor.staff())
                .param("now", Sql.at(now))
                .update();
        return id;
    }

    void set(UUID id, Campaign.Plan plan, Content content, Instant now) {
        planned(jdbc.sql("""
                                update marketing.campaign
                                   set name = :name, purpose = :purpose, topic = :topic, sender_name = :sender, reply_to = :replyTo, sender_id = :senderId::uuid,
                                       audience_id = :audience::uuid, content = :content, per_minute = :pace, version = version + 1,
                                       changed_at = :now
                                 where campaign_id = :id"""), plan)
                .param("id", id)
                .param("content", content.json())
                .param("now", Sql.at(now))
                .update();
    }

    private static JdbcClient.StatementSpec planned(JdbcClient.StatementSpec statement, Campaign.Plan plan) {
        return statement
                .param("name", plan.name())
                .param("purpose", plan.purpose())
                .param("topic", plan.topic())
                .param("sender", plan.sender().name())
                .param("replyTo", plan.sender().replyTo())
                .param("senderId", plan.sender().chosen())
                .param("audience", plan.audience())
                .param("pace", plan.perMinute());
    }

    /** It leaves by itself at that time, or without one as soon as can be. */
    void schedule(UUID id, @Nullable Instant startsAt, Instant now) {
        jdbc.sql("""
                        update marketing.campaign
                           set state = 'scheduled', starts_at = :startsAt::timestamptz, version = version + 1, changed_at = :now
                         where campaign_id = :id""")
                .param("id", id)
                .param("startsAt", Sql.at(startsAt))
                .param("now", Sql.at(now))
                .update();
    }

    /** Moves it to another state; when it begins or ends is kept once. A draft has no time. */
    void move(UUID id, Campaign.State state, Instant now) {
        jdbc.sql("""
                        update marketing.campaign
                           set state = :state, starts_at = case when :state <> 'draft' then starts_at end, version = version + 1, changed_at = :now,
                               begun_at = case when :state = 'sending' then coalesce(begun_at, :now) else begun_at end,
                               ended_at = case when :state in ('sent', 'cancelled') then :now end
                         where campaign_id = :id""")
                .param("id", id)
                .param("state", state.code())
                .param("now", Sql.at(now))
                .update();
    }

    void did(UUID campaign, String kind, @Nullable String note, Actor actor, Instant now) {
        jdbc.sql("""
                        insert into marketing.act (act_id, campaign_id, kind, done_at, done_by, by_name, note)
                        values (:id, :campaign, :kind, :now, :by::uuid, :name, :note)""")
                .param("id", Ids.next())
                .param("campaign", campaign)
                .param("kind", kind)
                .param("now", Sql.at(now))
                .param("by", actor.staff())
                .param("name", actor.kind() == Actor.Kind.SYSTEM ? "" : actor.name())
                .param("note", note)
                .update();
    }

    /** Accounts of whoever made it, set its time last, and asked for the newest word on it or gave it. */
    Set<UUID> concerned(UUID campaign) {
        return Set.copyOf(
                jdbc.sql("""
                        with newest as (
                            select asked_by, decided_by from marketing.approval where campaign_id = :campaign order by asked_at desc limit 1)
                        select account
                          from (select made_by as account from marketing.campaign where campaign_id = :campaign
                                union
                                (select done_by from marketing.act where campaign_id = :campaign and kind in ('scheduled', 'sent') order by done_at desc limit 1)
                                union
                                select asked_by from newest
                                union
                                select decided_by from newest) a
                         where account is not null""").param("campaign", campaign).query(UUID.class).list());
    }

    /** The newest first. */
    List<Deed> deeds(UUID campaign) {
        return jdbc.sql("""
                        select kind, done_at as at, by_name as by, note
                          from marketing.act
                         where campaign_id = :campaign
                         order by done_at desc, act_id desc
                         limit 200""")
                .param("campaign", campaign)
                .query((row, n) -> new Deed(
                        row.getString("kind"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by"),
                        row.getString("note")))
                .list();
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        return new Campaign(
                row.getObject("campaign_id", UUID.class),
                row.getInt("version"),
                new Campaign.Plan(
                        row.getString("name"),
                        row.getString("purpose"),
                        row.getString("topic"),
                        new Campaign.Sender(
                                row.getString("sender_name"),
                                row.getString("reply_to"),
                                row.getObject("sender_id", UUID.class)),
                        row.getObject("audience_id", UUID.class),
                        row.getInt("per_minute")),
                Content.parse(row.getString("content")),
                new Campaign.Course(
                        Campaign.State.of(row.getString("state")),
                        at(row, "starts_at"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        at(row, "begun_at"),
                        at(row, "ended_at")));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

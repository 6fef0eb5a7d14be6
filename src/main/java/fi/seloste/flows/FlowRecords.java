package fi.seloste.flows;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Spot;
import fi.seloste.marketing.Campaign;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of flows, their editions, and what was done with them. */
@Component
class FlowRecords {

    private static final String SELECT = """
            select flow_id, version, name, trigger_kind, trigger_value, purpose, topic, sender_name, reply_to, sender_id, languages, again_days, state,
                   draft, edition_id, changed_at
              from flows.flow
            """;

    private final JdbcClient jdbc;

    FlowRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was touched last on top. */
    List<Flow> touched(@Nullable Spot from, int limit) {
        return jdbc.sql(SELECT + """
                        where :at::timestamptz is null or (changed_at, flow_id) < (:at::timestamptz, :id::uuid)
                        order by changed_at desc, flow_id desc
                        limit :limit""")
                .param("at", from == null ? null : Sql.at(from.at()))
                .param("id", from == null ? null : from.id())
                .param("limit", limit)
                .query((row, n) -> flow(row))
                .list();
    }

    List<Flow> after(@Nullable UUID mark, int limit) {
        return jdbc.sql(SELECT + """
                        where :mark::uuid is null or flow_id < :mark::uuid
                        order by flow_id desc
                        limit :limit""")
                .param("mark", mark)
                .param("limit", limit)
                .query((row, n) -> flow(row))
                .list();
    }

    List<Flow> in(Flow.State state) {
        return jdbc.sql(SELECT + "where state = :state order by flow_id")
                .param("state", state.code())
                .query((row, n) -> flow(row))
                .list();
    }

    /** Those that people can enter, what was touched last on top. */
    List<Flow> open() {
        return jdbc.sql(SELECT + "where state in ('running', 'paused') order by changed_at desc, flow_id desc")
                .query((row, n) -> flow(row))
                .list();
    }

    Optional<Flow> find(UUID id) {
        return jdbc.sql(SELECT + "where flow_id = :id")
                .param("id", id)
                .query((row, n) -> flow(row))
                .optional();
    }

    /** For the rest of the transaction nobody else changes it; whoever is led on meanwhile stands in nobody's way. */
    Optional<Flow> hold(UUID id) {
        return jdbc.sql(SELECT + "where flow_id = :id for no key update")
                .param("id", id)
                .query((row, n) -> flow(row))
                .optional();
    }

    UUID add(Flow.Plan plan, Drawing draft, Actor actor, Instant now) {
        var id = Ids.next();
        planned(jdbc.sql("""
                                insert into flows.flow
                                       (flow_id, name, trigger_kind, trigger_value, purpose, topic, sender_name, reply_to, sender_id, languages, again_days,
                                        state, draft, made_at, made_by, changed_at)
                                values (:id, :name, :kind, :value, :purpose, :topic, :sender, :replyTo, :senderId::uuid, :languages, :again::int,
                                        'draft', :draft, :now, :by::uuid, :now)"""), plan)
                .param("id", id)
                .param("draft", draft.json())
                .param("by", actor.staff())
                .param("now", Sql.at(now))
                .update();
        return id;
    }

    void set(UUID id, Flow.Plan plan, Instant now) {
        planned(jdbc.sql("""
                                update flows.flow
                                   set name = :name, trigger_kind = :kind, trigger_value = :value, purpose = :purpose, topic = :topic,
                                       sender_name = :sender, reply_to = :replyTo, sender_id = :senderId::uuid, languages = :languages,
                                       again_days = :again::int, version = version + 1, changed_at = :now,
                                       looked_to = case when trigger_value = :value then looked_to end
                                 where flow_id = :id"""), plan).param("id", id).param("now", Sql.at(now)).update();
    }

    private static JdbcClient.StatementSpec planned(JdbcClient.StatementSpec statement, Flow.Plan plan) {
        var mailing = plan.mailing();
        return statement
                .param("name", plan.name())
                .param("kind", plan.trigger().kind().code())
                .param("value", plan.trigger().value())
                .param("purpose", mailing.purpose())
                .param("topic", mailing.topic())
                .param("sender", mailing.sender().name())
                .param("replyTo", mailing.sender().replyTo())
                .param("senderId", mailing.sender().chosen())
                .param("languages", String.join(",", mailing.languages()))
                .param("again", plan.againDays());
    }

    void draw(UUID id, @Nullable Drawing draft, Instant now) {
        jdbc.sql("update flows.flow set draft = :draft, version = version + 1, changed_at = :now where flow_id = :id")
                .param("id", id)
                .param("draft", draft == null ? null : draft.json())
                .param("now", Sql.at(now))
                .update();
    }

    void move(UUID id, Flow.State state, Instant now) {
        jdbc.sql("update flows.flow set state = :state, version = version + 1, changed_at = :now where flow_id = :id")
                .param("id", id)
                .param("state", state.code())
                .param("now", Sql.at(now))
                .update();
    }

    /** The draft holds from now on, for whoever enters from now on. */
    Edition start(Flow flow, Drawing drawing, Actor actor, Instant now) {
        var id = Ids.next();
        int number = jdbc.sql("""
                        insert into flows.edition (edition_id, flow_id, number, steps, first_step, started_at, started_by)
                        select :id, :flow, coalesce(max(number), 0) + 1, :steps, :first, :now, :by::uuid
                          from flows.edition
                         where flow_id = :flow
                        returning number""")
                .param("id", id)
                .param("flow", flow.id())
                .param("steps", drawing.json())
                .param("first", drawing.steps().getFirst().id())
                .param("now", Sql.at(now))
                .param("by", actor.staff())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        update flows.flow
                           set edition_id = :edition, draft = null, state = case when state = 'paused' then state else 'running' end,
                               version = version + 1, changed_at = :now
                         where flow_id = :flow""")
                .param("edition", id)
                .param("flow", flow.id())
                .param("now", Sql.at(now))
                .update();
        return new Edition(id, flow.id(), number, drawing, now);
    }

    Optional<Edition> edition(UUID id) {
        return jdbc.sql(
                        "select edition_id, flow_id, number, steps, started_at from flows.edition where edition_id = :id")
                .param("id", id)
                .query((row, n) -> edition(row))
                .optional();
    }

    /** The newest first. */
    List<Edition> editions(UUID flow) {
        return jdbc.sql("""
                        select edition_id, flow_id, number, steps, started_at
                          from flows.edition
                         where flow_id = :flow
                         order by number desc""").param("flow", flow).query((row, n) -> edition(row)).list();
    }

    /** The flow in which a campaign is a mail, drawn or in force. */
    Optional<UUID> withMail(UUID campaign) {
        return jdbc.sql("""
                        select f.flow_id
                          from flows.flow f
                         where position(:campaign in f.draft) > 0
                            or exists (select 1 from flows.edition e where e.flow_id = f.flow_id and position(:campaign in e.steps) > 0)
                         limit 1""")
                .param("campaign", campaign.toString())
                .query(UUID.class)
                .optional();
    }

    /** After whom to look on for people who meet what begins the flow. */
    @Nullable
    UUID lookedTo(UUID flow) {
        return jdbc.sql("select looked_to from flows.flow where flow_id = :flow")
                .param("flow", flow)
                .query((row, n) -> Optional.ofNullable(row.getObject("looked_to", UUID.class)))
                .single()
                .orElse(null);
    }

    void lookedTo(UUID flow, @Nullable UUID person) {
        jdbc.sql("update flows.flow set looked_to = :person::uuid where flow_id = :flow")
                .param("flow", flow)
                .param("person", person)
                .update();
    }

    void did(UUID flow, String kind, Actor actor, Instant now) {
        jdbc.sql("""
                        insert into flows.act (act_id, flow_id, kind, done_at, done_by, by_name)
                        values (:id, :flow, :kind, :now, :by::uuid, :name)""")
                .param("id", Ids.next())
                .param("flow", flow)
                .param("kind", kind)
                .param("now", Sql.at(now))
                .param("by", actor.staff())
                .param("name", actor.kind() == Actor.Kind.SYSTEM ? "" : actor.name())
                .update();
    }

    /** The newest first. */
    List<Deed> deeds(UUID flow) {
        return jdbc.sql("""
                        select kind, done_at as at, by_name as by
                          from flows.act
                         where flow_id = :flow
                         order by done_at desc, act_id desc
                         limit 100""")
                .param("flow", flow)
                .query((row, n) -> new Deed(
                        row.getString("kind"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by")))
                .list();
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(
                row.getObject("edition_id", UUID.class),
                row.getObject("flow_id", UUID.class),
                row.getInt("number"),
                Drawing.parse(row.getString("steps")),
                row.getObject("started_at", OffsetDateTime.class).toInstant());
    }

    private static Flow flow(ResultSet row) throws SQLException {
        var draft = row.getString("draft");
        var sender = new Campaign.Sender(
                row.getString("sender_name"), row.getString("reply_to"), row.getObject("sender_id", UUID.class));
        var mailing = new Flow.Mailing(
                row.getString("purpose"),
                row.getString("topic"),
                sender,
                List.of(row.getString("languages").split(",")));
        return new Flow(
                row.getObject("flow_id", UUID.class),
                row.getInt("version"),
                new Flow.Plan(
                        row.getString("name"),
                        new Trigger(Trigger.Kind.of(row.getString("trigger_kind")), row.getString("trigger_value")),
                        mailing,
                        row.getObject("again_days", Integer.class)),
                new Flow.Course(
                        Flow.State.of(row.getString("state")),
                        row.getObject("edition_id", UUID.class),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()),
                draft == null ? null : Drawing.parse(draft));
    }
}

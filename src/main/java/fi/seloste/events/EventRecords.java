package fi.seloste.events;

import fi.seloste.base.Actor;
import fi.seloste.base.Spot;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of events and of the campaigns that were made for them. */
@Component
class EventRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = """
            select event_id, version, slug, words, asked, starts_at, ends_at, zone, closes_at, capacity, waiting_list, state, sequence, changed_at
              from events.event
            """;

    private final JdbcClient jdbc;

    EventRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those whose name in some language has these words in it, the last on top. */
    List<Event> called(String words, int limit) {
        return jdbc.sql(SELECT + """
                        where exists (select 1
                                        from jsonb_each(words::jsonb) as w (language, said)
                                       where position(lower(:words) in lower(w.said ->> 'name')) > 0)
                        order by starts_at desc, event_id desc
                        limit :limit""")
                .param("words", words)
                .param("limit", limit)
                .query((row, n) -> event(row))
                .list();
    }

    /** Those that are to come, the next on top. */
    List<Event> coming(Instant now, @Nullable Spot from, int limit) {
        return page("""
                        where ends_at > :now and state <> 'cancelled'
                          and (:at::timestamptz is null or (starts_at, event_id) > (:at::timestamptz, :id::uuid))
                        order by starts_at, event_id
                        limit :limit""", now, from, limit);
    }

    /** Those that are over or called off, the last on top. */
    List<Event> over(Instant now, @Nullable Spot from, int limit) {
        return page("""
                        where (ends_at <= :now or state = 'cancelled')
                          and (:at::timestamptz is null or (starts_at, event_id) < (:at::timestamptz, :id::uuid))
                        order by starts_at desc, event_id desc
                        limit :limit""", now, from, limit);
    }

    private List<Event> page(String which, Instant now, @Nullable Spot from, int limit) {
        return jdbc.sql(SELECT + which)
                .param("now", Sql.at(now))
                .param("at", from == null ? null : Sql.at(from.at()))
                .param("id", from == null ? null : from.id())
                .param("limit", limit)
                .query((row, n) -> event(row))
                .list();
    }

    /** Those that begin between two moments and were not called off. */
    List<Event> between(Instant from, Instant until) {
        return jdbc.sql(SELECT + """
                        where starts_at >= :from and starts_at < :until and state <> 'cancelled'
                        order by starts_at, event_id""")
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .query((row, n) -> event(row))
                .list();
    }

    List<Event> after(@Nullable UUID mark, int limit) {
        return jdbc.sql(SELECT + """
                        where :mark::uuid is null or event_id < :mark::uuid
                        order by event_id desc
                        limit :limit""")
                .param("mark", mark)
                .param("limit", limit)
                .query((row, n) -> event(row))
                .list();
    }

    Optional<Event> find(UUID id) {
        return jdbc.sql(SELECT + "where event_id = :id")
                .param("id", id)
                .query((row, n) -> event(row))
                .optional();
    }

    Optional<Event> find(String slug) {
        return jdbc.sql(SELECT + "where slug = :slug")
                .param("slug", slug)
                .query((row, n) -> event(row))
                .optional();
    }

    /** Nobody registers or changes it until the transaction ends. */
    Optional<Event> hold(UUID id) {
        return jdbc.sql(SELECT + "where event_id = :id for update")
                .param("id", id)
                .query((row, n) -> event(row))
                .optional();
    }

    /** What needs tending: reminders that are due, places that nobody confirmed or that became free, an end that has come. */
    List<UUID> toTend() {
        return jdbc.sql(
                        "select event_id from events.event where state in ('open', 'closed') order by starts_at, event_id")
                .query(UUID.class)
                .list();
    }

    /** Whether whoever registers now has to wait, by the two numbers that the database keeps beside the event. */
    boolean isFull(UUID id) {
        return jdbc.sql("""
                        select capacity is not null and (placed >= capacity or in_line > 0)
                          from events.event
                         where event_id = :id""").param("id", id).query(Boolean.class).single();
    }

    boolean isTaken(String slug) {
        return jdbc.sql("select count(*) from events.event where slug = :slug")
                        .param("slug", slug)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void add(UUID id, String slug, Event.Plan plan, Actor actor, Instant now) {
        planned(jdbc.sql("""
                                insert into events.event
                                       (event_id, slug, words, asked, starts_at, ends_at, zone, closes_at, capacity, waiting_list, state, made_at,
                                        made_by, changed_at)
                                values (:id, :slug, :words, :asked, :starts, :ends, :zone, :closes, :capacity::integer, :waiting, 'draft', :now,
                                        :by::uuid, :now)"""), plan)
                .param("id", id)
                .param("slug", slug)
                .param("by", actor.staff())
                .param("now", Sql.at(now))
                .update();
    }

    /** With {@code moved} calendars are told: the sequence is the next one. */
    void set(UUID id, Event.Plan plan, boolean moved, Instant now) {
        planned(jdbc.sql("""
                                update events.event
                                   set words = :words, asked = :asked, starts_at = :starts, ends_at = :ends, zone = :zone, closes_at = :closes,
                                       capacity = :capacity::integer, waiting_list = :waiting, version = version + 1, changed_at = :now,
                                       sequence = sequence + case when :moved then 1 else 0 end
                                 where event_id = :id"""), plan)
                .param("id", id)
                .param("moved", moved)
                .param("now", Sql.at(now))
                .update();
    }

    private static JdbcClient.StatementSpec planned(JdbcClient.StatementSpec statement, Event.Plan plan) {
        return statement
                .param("words", JSON.writeValueAsString(plan.words()))
                .param("asked", JSON.writeValueAsString(plan.asked()))
                .param("starts", Sql.at(plan.times().starts()))
                .param("ends", Sql.at(plan.times().ends()))
                .param("zone", plan.times().zone().getId())
                .param("closes", Sql.at(plan.times().closes()))
                .param("capacity", plan.seats().capacity())
                .param("waiting", plan.seats().waitingList());
    }

    void move(UUID id, Event.State state, Instant now) {
        jdbc.sql("""
                        update events.event
                           set state = :state, version = version + 1, changed_at = :now,
                               sequence = sequence + case when :state = 'cancelled' then 1 else 0 end
                         where event_id = :id""")
                .param("id", id)
                .param("state", state.code())
                .param("now", Sql.at(now))
                .update();
    }

    void moveNeeds(UUID id) {
        jdbc.sql("select events.moved(:id)").param("id", id).query().listOfRows();
    }

    void forgetNeeds(UUID id) {
        jdbc.sql("select events.forget(:id)").param("id", id).query().listOfRows();
    }

    void removeInvitation(UUID campaign) {
        jdbc.sql("delete from events.invitation where campaign_id = :campaign")
                .param("campaign", campaign)
                .update();
    }

    void addInvitation(UUID event, UUID campaign, String kind, Instant now) {
        jdbc.sql("""
                        insert into events.invitation (campaign_id, event_id, kind, made_at)
                        values (:campaign, :event, :kind, :now)""")
                .param("campaign", campaign)
                .param("event", event)
                .param("kind", kind)
                .param("now", Sql.at(now))
                .update();
    }

    /** Campaigns that were made for an event, the newest first. */
    List<Invitation> invitations(UUID event) {
        return jdbc.sql("""
                        select i.campaign_id as campaign, i.kind, c.name, c.state
                          from events.invitation i
                          join marketing.campaign c on c.campaign_id = i.campaign_id
                         where i.event_id = :event
                         order by i.made_at desc, i.campaign_id""").param("event", event).query(Invitation.class).list();
    }

    Map<UUID, Numbers> numbers(Collection<UUID> events) {
        return jdbc
                .sql(
                        "select event_id, registered, waiting, unconfirmed, ended, attended from events.numbers(:ids::uuid[])")
                .param("ids", events.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(
                        row.getObject("event_id", UUID.class),
                        new Numbers(
                                row.getInt("registered"),
                                row.getInt("waiting"),
                                row.getInt("unconfirmed"),
                                row.getInt("ended"),
                                row.getInt("attended"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Event event(ResultSet row) throws SQLException {
        var starts = at(row, "starts_at");
        var closes = at(row, "closes_at");
        return new Event(
                row.getObject("event_id", UUID.class),
                row.getString("slug"),
                new Event.Plan(
                        JSON.readValue(row.getString("words"), new TypeReference<Map<String, Words>>() {}),
                        new Times(
                                starts,
                                at(row, "ends_at"),
                                ZoneId.of(row.getString("zone")),
                                closes.equals(starts) ? null : closes),
                        new Event.Seats(row.getObject("capacity", Integer.class), row.getBoolean("waiting_list")),
                        JSON.readValue(row.getString("asked"), new TypeReference<List<Asked>>() {}),
                        List.of()),
                new Event.Course(
                        row.getInt("version"),
                        Event.State.of(row.getString("state")),
                        row.getInt("sequence"),
                        at(row, "changed_at")));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

package fi.seloste.events;

import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of registering: acts of the database's own, each under the lock of its event, for public pages and staff alike. */
@Component
class Registrations {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Registrations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How somebody came to register: by which way, as whom if that is proved, and whether room is made for them. */
    record By(String way, @Nullable PersonId person, boolean beyond) {}

    /** What became of it: registered, waiting, full or closed. */
    record Became(@Nullable UUID id, String outcome, boolean fresh) {}

    Became register(UUID id, Event event, Wish wish, By by, Instant now) {
        var who = new LinkedHashMap<String, @Nullable Object>();
        who.put("title", event.name(wish.language()));
        who.put("name", wish.name());
        who.put("email", wish.email());
        who.put("key", wish.key());
        who.put("organisation", wish.organisation());
        who.put("phone", wish.phone());
        who.put("language", wish.language());
        who.put("way", by.way());
        who.put("person", by.person() == null ? null : by.person().toString());
        return jdbc.sql("""
                        select participation_id, became, fresh
                          from events.register(:id, :event, :who::jsonb, :answers::jsonb, :beyond, :now)""")
                .param("id", id)
                .param("event", event.id())
                .param("who", JSON.writeValueAsString(who))
                .param("answers", answers(wish))
                .param("beyond", by.beyond())
                .param("now", Sql.at(now))
                .query((row, n) -> new Became(
                        row.getObject("participation_id", UUID.class),
                        row.getString("became"),
                        row.getBoolean("fresh")))
                .single();
    }

    boolean change(UUID id, Wish wish, Instant now) {
        var who = new LinkedHashMap<String, @Nullable Object>();
        who.put("name", wish.name());
        who.put("organisation", wish.organisation());
        who.put("phone", wish.phone());
        return jdbc.sql("select events.change_own(:id, :who::jsonb, :answers::jsonb, :now)")
                .param("id", id)
                .param("who", JSON.writeValueAsString(who))
                .param("answers", answers(wish))
                .param("now", Sql.at(now))
                .query(Boolean.class)
                .single();
    }

    private static String answers(Wish wish) {
        return JSON.writeValueAsString(wish.answers());
    }

    /** Whose it is; with an {@code until} it waits for confirmation. */
    boolean link(UUID id, PersonId person, @Nullable Instant until, Instant now) {
        return jdbc.sql("select events.link(:id, :person, :until::timestamptz, :now)")
                .param("id", id)
                .param("person", person.value())
                .param("until", Sql.at(until))
                .param("now", Sql.at(now))
                .query(Boolean.class)
                .single();
    }

    boolean confirm(UUID id, Instant now) {
        return jdbc.sql("select events.confirm(:id, :now)")
                .param("id", id)
                .param("now", Sql.at(now))
                .query(Boolean.class)
                .single();
    }

    boolean cancel(UUID id, String by, Instant now) {
        return jdbc.sql("select events.cancel(:id, :by, :now)")
                .param("id", id)
                .param("by", by)
                .param("now", Sql.at(now))
                .query(Boolean.class)
                .single();
    }

    /** Whose answer it says to be, and whether that is proved. */
    record Proof(String key, boolean proved) {}

    /** What followed: nothing is said of a registration that the answer does not belong to. */
    String replied(UUID id, CalendarReply reply, Proof proof, Instant now) {
        var what = new LinkedHashMap<String, @Nullable Object>();
        what.put("key", proof.key());
        what.put("proved", proof.proved());
        what.put("answer", reply.answer().code());
        what.put("sequence", reply.version().sequence());
        what.put("stamped", Objects.toString(reply.version().stampedAt(), null));
        what.put("words", reply.words());
        return jdbc.sql("select events.replied(:id, :participation, :what::jsonb, :now)")
                .param("id", id)
                .param("participation", reply.participation())
                .param("what", JSON.writeValueAsString(what))
                .param("now", Sql.at(now))
                .query(String.class)
                .single();
    }

    /** Gives free places to those who wait; gives back to whom. */
    List<UUID> settle(UUID event, Instant now) {
        return jdbc.sql("select s from events.settle(:event, :now) s")
                .param("event", event)
                .param("now", Sql.at(now))
                .query(UUID.class)
                .list();
    }

    /** Everybody of an event who may be written to. */
    List<UUID> toWrite(UUID event) {
        return jdbc.sql("select w from events.to_write(:event) w")
                .param("event", event)
                .query(UUID.class)
                .list();
    }

    /** A registration as its owner reads it, and as letters are made of it. */
    record Own(
            UUID id,
            UUID event,
            @Nullable PersonId person,
            Participation.Guest guest,
            Participation.State state,
            String way,
            @Nullable Instant confirmedAt,
            @Nullable Instant confirmBy,
            @Nullable String told,
            int again) {

        boolean stands() {
            return state == Participation.State.REGISTERED || state == Participation.State.WAITING;
        }

        boolean isConfirmed() {
            return confirmedAt != null;
        }

        boolean waitsForConfirmation() {
            return confirmedAt == null && confirmBy != null && stands();
        }
    }

    Optional<Own> own(UUID id) {
        return jdbc.sql("""
                        select participation_id, event_id, person_id, name, email, organisation, phone, language, state, way, confirmed_at,
                               confirm_by, told, again
                          from events.own(:id)""").param("id", id).query((row, n) -> own(row)).optional();
    }

    private static Own own(ResultSet row) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        return new Own(
                row.getObject("participation_id", UUID.class),
                row.getObject("event_id", UUID.class),
                person == null ? null : new PersonId(person),
                new Participation.Guest(
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("organisation"),
                        row.getString("phone"),
                        row.getString("language")),
                Participation.State.of(row.getString("state")),
                row.getString("way"),
                Sql.moment(row, "confirmed_at"),
                Sql.moment(row, "confirm_by"),
                row.getString("told"),
                row.getInt("again"));
    }

    Map<String, String> ownAnswers(UUID id) {
        var answers = new LinkedHashMap<String, String>();
        jdbc.sql("select question_id, value from events.own_answers(:id)")
                .param("id", id)
                .query((row, n) -> Map.entry(row.getString("question_id"), row.getString("value")))
                .list()
                .forEach(one -> answers.put(one.getKey(), one.getValue()));
        return answers;
    }

    /** Whoever is looked for by one address is looked for one after another, so that nobody is made twice. */
    void oneAtATime(String address) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:address, 30))")
                .param("address", address)
                .query()
                .listOfRows();
    }

    /** True for the one that changes the mark: only that one writes the letter. */
    boolean told(UUID id, @Nullable String before, String now, Instant at) {
        return jdbc.sql("select events.told(:id, :before, :told, :now)")
                .param("id", id)
                .param("before", before)
                .param("told", now)
                .param("now", Sql.at(at))
                .query(Boolean.class)
                .single();
    }
}

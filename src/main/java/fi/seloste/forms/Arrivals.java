package fi.seloste.forms;

import fi.seloste.base.AccountId;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what came in and belongs to nobody yet. */
@Component
class Arrivals {

    private static final String SELECT = """
            select a.arrival_id, a.form_id, a.edition_id, a.state, a.language, a.email, a.name, a.answers, a.worked, a.sent_at, a.asked_at,
                   a.confirmed_at
              from forms.arrival a
            """;

    private final JdbcClient jdbc;

    Arrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that waits to be gone on with, and those that came together with it and wait as well. */
    List<UUID> together(UUID id) {
        return jdbc.sql("""
                        select arrival_id
                          from forms.arrival
                         where arrival_id = :id and state in ('received', 'confirmed')
                         union
                        select arrival_id
                          from forms.arrival
                         where came_with = :id and state = 'received'
                         order by arrival_id""").param("id", id).query(UUID.class).list();
    }

    /** Nobody else goes on with it until the transaction ends; empty where it was taken in or put away meanwhile. */
    Optional<Arrival> hold(UUID id) {
        return jdbc.sql(SELECT + "where a.arrival_id = :id for update")
                .param("id", id)
                .query((row, n) -> arrival(row))
                .optional();
    }

    /** The same of several, in the order in which they came. */
    List<Arrival> hold(List<UUID> ids) {
        return jdbc.sql(SELECT + "where a.arrival_id = any(:ids::uuid[]) order by a.arrival_id for update")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> arrival(row))
                .list();
    }

    /** What somebody sent, and the id that it gets. */
    record Brought(UUID id, Receiving.Post post) {}

    /** Keeps those whose form shows the edition that was answered. */
    Set<UUID> receive(List<Brought> all, Instant now) {
        if (all.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
                        select kept
                          from forms.receive(:ids::uuid[], :forms::uuid[], :editions::uuid[], :languages::text[], :emails::text[], :names::text[],
                                             :answers::text[], :worked::boolean[], :now) as kept""")
                .param("ids", ids(all, Brought::id))
                .param("forms", ids(all, one -> one.post().open().form().id()))
                .param("editions", ids(all, one -> one.post().open().edition().id()))
                .param("languages", texts(all, one -> one.post().language()))
                .param("emails", texts(all, one -> one.post().filled().of(Field.Kind.EMAIL)))
                .param("names", texts(all, one -> one.post().filled().of(Field.Kind.NAME)))
                .param("answers", texts(all, one -> one.post().filled().json()))
                .param("worked", all.stream().map(one -> one.post().worked()).toArray(Boolean[]::new))
                .param("now", Sql.at(now))
                .query(UUID.class)
                .list());
    }

    private static UUID[] ids(List<Brought> all, Function<Brought, UUID> id) {
        return all.stream().map(id).toArray(UUID[]::new);
    }

    private static String[] texts(List<Brought> all, Function<Brought, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    Optional<Arrival> find(UUID id) {
        return jdbc.sql(SELECT + "where a.arrival_id = :id")
                .param("id", id)
                .query((row, n) -> arrival(row))
                .optional();
    }

    /** The newest first, after one of them. */
    List<Arrival> after(UUID form, @Nullable UUID mark, int limit) {
        return jdbc.sql(SELECT + """
                        where a.form_id = :form and (:mark::uuid is null or a.arrival_id < :mark::uuid)
                        order by a.arrival_id desc
                        limit :limit""")
                .param("form", form)
                .param("mark", mark)
                .param("limit", limit)
                .query((row, n) -> arrival(row))
                .list();
    }

    /** How many wait, by form. */
    Map<UUID, Long> waiting() {
        var counted = new HashMap<UUID, Long>();
        jdbc.sql("select form_id, count(arrival_id) as many from forms.arrival group by form_id")
                .query(row -> {
                    counted.put(row.getObject("form_id", UUID.class), row.getLong("many"));
                });
        return counted;
    }

    long waiting(UUID form) {
        return jdbc.sql("select count(*) from forms.arrival where form_id = :form")
                .param("form", form)
                .query(Long.class)
                .single();
    }

    /** Letters that went to whoever reads an address since then, whatever form they were for and however it was spelt. */
    long askedSince(String canonical, Instant since) {
        return jdbc.sql("select count(*) from forms.arrival where asked_of = :canonical and asked_at > :since")
                .param("canonical", canonical)
                .param("since", Sql.at(since))
                .query(Long.class)
                .single();
    }

    /** By a letter with this link. */
    void asked(UUID id, String canonical, byte[] print, Instant until, Instant now) {
        jdbc.sql("""
                        update forms.arrival
                           set state = 'asked', asked_at = :now, asked_of = :canonical, token_print = :print, token_until = :until
                         where arrival_id = :id""")
                .param("canonical", canonical)
                .param("print", print)
                .param("until", Sql.at(until))
                .param("now", Sql.at(now))
                .param("id", id)
                .update();
    }

    /** No letter goes; it waits for somebody of staff. */
    void unasked(UUID id) {
        jdbc.sql("update forms.arrival set state = 'unasked' where arrival_id = :id")
                .param("id", id)
                .update();
    }

    /** Whose address it is, so that an erasure finds what waits; nothing of the person is touched. */
    void mayBeOf(UUID id, PersonId person) {
        jdbc.sql("update forms.arrival set person_id = :person where arrival_id = :id")
                .param("person", person.value())
                .param("id", id)
                .update();
    }

    /** It is this person's from here on. Gives back the person's standing; empty where either is gone. */
    Optional<Integer> takeIn(Arrival arrival, PersonId person, Told told, Instant now) {
        return jdbc.sql("select forms.take_in(:id, :person, :kind, :told, :now, :by::uuid) as standing")
                .param("id", arrival.id())
                .param("person", person.value())
                .param("kind", told.kind())
                .param("told", told.summary())
                .param("now", Sql.at(now))
                .param("by", told.by() == null ? null : told.by().value())
                .query((row, n) -> Optional.ofNullable(row.getObject("standing", Integer.class)))
                .single();
    }

    /** What stands on the timeline, and who took it in where somebody did. */
    record Told(String kind, String summary, @Nullable AccountId by) {}

    void remove(UUID id) {
        jdbc.sql("delete from forms.arrival where arrival_id = :id")
                .param("id", id)
                .update();
    }

    /** What nobody confirmed and nobody took in. */
    int removeBefore(Instant then) {
        return jdbc.sql("delete from forms.arrival where sent_at < :then")
                .param("then", Sql.at(then))
                .update();
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        return new Arrival(
                row.getObject("arrival_id", UUID.class),
                row.getObject("form_id", UUID.class),
                row.getObject("edition_id", UUID.class),
                new Arrival.Sender(
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("language"),
                        row.getBoolean("worked")),
                Filled.answers(row.getString("answers")),
                new Arrival.Course(
                        Arrival.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        Sql.moment(row, "asked_at"),
                        Sql.moment(row, "confirmed_at")));
    }
}

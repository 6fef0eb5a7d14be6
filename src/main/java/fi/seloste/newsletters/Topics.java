package fi.seloste.newsletters;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of newsletters and their words. There are few, so they are read whole. */
@Component
class Topics {

    private static final String SELECT = """
            select topic_id, version, slug, purpose, frequency, open, archived, changed_at
              from newsletters.topic
            """;

    private final JdbcClient jdbc;

    Topics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first: the order in which they were thought of. */
    List<Topic> all() {
        var words = words();
        return jdbc.sql(SELECT + "order by topic_id limit 500")
                .query((row, n) -> topic(row, words))
                .list();
    }

    List<Topic> after(@Nullable UUID mark, int limit) {
        var words = words();
        return jdbc.sql(SELECT + """
                        where :mark::uuid is null or topic_id < :mark::uuid
                        order by topic_id desc
                        limit :limit""")
                .param("mark", mark)
                .param("limit", limit)
                .query((row, n) -> topic(row, words))
                .list();
    }

    Optional<Topic> find(UUID id) {
        return jdbc.sql(SELECT + "where topic_id = :id")
                .param("id", id)
                .query((row, n) -> topic(row, words()))
                .optional();
    }

    Optional<Topic> find(String slug) {
        return jdbc.sql(SELECT + "where slug = :slug")
                .param("slug", slug)
                .query((row, n) -> topic(row, words()))
                .optional();
    }

    /** False where another has the address. */
    boolean add(UUID id, String slug, Topic.Plan plan, Map<String, Topic.Words> words, Actor actor, Instant now) {
        int added = planned(jdbc.sql("""
                                insert into newsletters.topic
                                       (topic_id, slug, purpose, frequency, open, archived, made_at, made_by, changed_at)
                                values (:id, :slug, :purpose, :frequency, :open, :archived, :now, :by::uuid, :now)
                                on conflict (slug) do nothing"""), plan)
                .param("id", id)
                .param("slug", slug)
                .param("by", actor.staff())
                .param("now", Sql.at(now))
                .update();
        if (added > 0) {
            write(id, words);
        }
        return added > 0;
    }

    /** False where somebody else changed it meanwhile. */
    boolean set(UUID id, int seen, Topic.Plan plan, Map<String, Topic.Words> words, Instant now) {
        int changed = planned(jdbc.sql("""
                                update newsletters.topic
                                   set purpose = :purpose, frequency = :frequency, open = :open, archived = :archived,
                                       version = version + 1, changed_at = :now
                                 where topic_id = :id and version = :seen"""), plan)
                .param("id", id)
                .param("seen", seen)
                .param("now", Sql.at(now))
                .update();
        if (changed > 0) {
            jdbc.sql("delete from newsletters.topic_words where topic_id = :id")
                    .param("id", id)
                    .update();
            write(id, words);
        }
        return changed > 0;
    }

    private static JdbcClient.StatementSpec planned(JdbcClient.StatementSpec statement, Topic.Plan plan) {
        return statement
                .param("purpose", plan.purpose())
                .param("frequency", plan.frequency().code())
                .param("open", plan.open())
                .param("archived", plan.archived());
    }

    private void write(UUID topic, Map<String, Topic.Words> words) {
        words.forEach((language, one) -> jdbc.sql("""
                        insert into newsletters.topic_words (topic_words_id, topic_id, language, name, about, wording, welcome)
                        values (:id, :topic, :language, :name, :about, :wording, :welcome)""")
                .param("id", Ids.next())
                .param("topic", topic)
                .param("language", language)
                .param("name", one.name())
                .param("about", one.about())
                .param("wording", one.wording())
                .param("welcome", one.welcome())
                .update());
    }

    private Map<UUID, Map<String, Topic.Words>> words() {
        var all = new HashMap<UUID, Map<String, Topic.Words>>();
        jdbc.sql("select topic_id, language, name, about, wording, welcome from newsletters.topic_words")
                .query(row -> {
                    all.computeIfAbsent(row.getObject("topic_id", UUID.class), id -> new TreeMap<>())
                            .put(
                                    row.getString("language"),
                                    new Topic.Words(
                                            row.getString("name"),
                                            row.getString("about"),
                                            row.getString("wording"),
                                            row.getString("welcome")));
                });
        return all;
    }

    private static Topic topic(ResultSet row, Map<UUID, Map<String, Topic.Words>> words) throws SQLException {
        var id = row.getObject("topic_id", UUID.class);
        return new Topic(
                id,
                row.getInt("version"),
                row.getString("slug"),
                new Topic.Plan(
                        row.getString("purpose"),
                        Topic.Frequency.of(row.getString("frequency")),
                        row.getBoolean("open"),
                        row.getBoolean("archived")),
                words.getOrDefault(id, Map.of()),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}

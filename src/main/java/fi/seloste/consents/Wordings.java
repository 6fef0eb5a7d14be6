package fi.seloste.consents;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the words that people are asked by. */
@Component
class Wordings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Wordings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The newest version of each, by purpose, topic and language. */
    List<Wording> newest() {
        return jdbc.sql("""
                        select distinct on (purpose, topic, language) wording_id, purpose, topic, language, version, words, made_at
                          from consents.wording
                         order by purpose, topic, language, version desc""").query((row, n) -> wording(row)).list();
    }

    Optional<Wording> newest(Aim aim, String language) {
        return jdbc.sql("""
                        select wording_id, purpose, topic, language, version, words, made_at
                          from consents.wording
                         where purpose = :purpose and topic = :topic and language = :language
                         order by version desc
                         limit 1""")
                .param("purpose", aim.purpose())
                .param("topic", aim.topic())
                .param("language", language)
                .query((row, n) -> wording(row))
                .optional();
    }

    Optional<Wording> find(UUID id) {
        return jdbc.sql("""
                        select wording_id, purpose, topic, language, version, words, made_at
                          from consents.wording
                         where wording_id = :id""").param("id", id).query((row, n) -> wording(row)).optional();
    }

    /** The row of these very words; two that write them at once get the same. */
    Wording kept(Aim aim, Wording.Text text, Actor actor) {
        return same(aim, text).orElseGet(() -> {
            add(aim, text, actor);
            return same(aim, text).orElseThrow();
        });
    }

    private Optional<Wording> same(Aim aim, Wording.Text text) {
        return jdbc.sql("""
                        select wording_id, purpose, topic, language, version, words, made_at
                          from consents.wording
                         where purpose = :purpose and topic = :topic and language = :language and words = :words
                         order by version desc
                         limit 1""")
                .param("purpose", aim.purpose())
                .param("topic", aim.topic())
                .param("language", text.language())
                .param("words", text.words())
                .query((row, n) -> wording(row))
                .optional();
    }

    private void add(Aim aim, Wording.Text text, Actor actor) {
        // Whoever else writes a version of the same waits here, and finds ours.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:of, 27560))")
                .param("of", aim.purpose() + '/' + aim.topic() + '/' + text.language())
                .query()
                .listOfRows();
        jdbc.sql("""
                        insert into consents.wording (wording_id, purpose, topic, language, version, words, made_at, made_by)
                        select :id, :purpose, :topic, :language, coalesce(max(w.version), 0) + 1, :words, :at, :by::uuid
                          from consents.wording w
                         where w.purpose = :purpose and w.topic = :topic and w.language = :language
                        having count(*) filter (where w.words = :words) = 0""")
                .param("id", Ids.next())
                .param("purpose", aim.purpose())
                .param("topic", aim.topic())
                .param("language", text.language())
                .param("words", text.words())
                .param("at", Sql.at(clock.instant()))
                .param("by", actor.staff())
                .update();
    }

    static Wording wording(ResultSet row) throws SQLException {
        return new Wording(
                row.getObject("wording_id", UUID.class),
                new Aim(row.getString("purpose"), row.getString("topic")),
                new Wording.Text(row.getString("words"), row.getString("language")),
                row.getInt("version"),
                row.getTimestamp("made_at").toInstant());
    }
}

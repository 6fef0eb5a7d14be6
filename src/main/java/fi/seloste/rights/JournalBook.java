package fi.seloste.rights;

import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The journal outside the database, and what the database knows of it. */
@Component
class JournalBook {

    private final Journal journal;
    private final Purposes purposes;
    private final JdbcClient jdbc;

    JournalBook(Journal journal, Purposes purposes, JdbcClient jdbc) {
        this.journal = journal;
        this.purposes = purposes;
        this.jdbc = jdbc;
    }

    /** Outside any transaction: on the disk when this returns, the one line of this act. */
    Journal.Line write(Journal.Entry entry) {
        return journal.find(entry.request(), entry.act()).orElseGet(() -> journal.append(entry, lastKnown()));
    }

    /** What has happened already: on the disk, and known to the database, in a transaction of its own. */
    void note(Journal.Entry entry) {
        var line = write(entry);
        purposes.apart(Purpose.RIGHTS, () -> {
            know(line);
            return true;
        });
    }

    /** In the running transaction: the database knows the line. */
    void know(Journal.Line line) {
        jdbc.sql("""
                        insert into rights.journal_line (seq, hash, request_id, written_at)
                        values (:seq, :hash, :request, :at)
                            on conflict (seq) do nothing""")
                .param("seq", line.seq())
                .param("hash", line.hash())
                .param("request", line.request().value())
                .param("at", Sql.at(line.at()))
                .update();
    }

    boolean knows(Journal.Line line) {
        return jdbc.sql("select count(*) > 0 from rights.journal_line where seq = :seq and hash = :hash")
                .param("seq", line.seq())
                .param("hash", line.hash())
                .query(Boolean.class)
                .single();
    }

    /** What is wrong with the journal, by itself and against what the database knows of it. */
    List<String> findings() {
        var findings = new ArrayList<>(journal.findings());
        var known = purposes.apart(Purpose.RIGHTS, this::known);
        journal.each(line -> {
            var hash = known.remove(line.seq());
            if (hash != null && !hash.equals(line.hash())) {
                findings.add(
                        "Line %d of the journal is not the one that the database has seen. Put the journal back from its copy."
                                .formatted(line.seq()));
            }
        });
        known.keySet()
                .forEach(seq -> findings.add(
                        "Line %d is missing from the journal, though the database has seen it. Put the journal back from its copy."
                                .formatted(seq)));
        return findings;
    }

    /** The lines that the database knows, each by its hash, in their order. */
    Map<Long, String> known() {
        var known = new LinkedHashMap<Long, String>();
        jdbc.sql("select seq, hash from rights.journal_line order by seq").query(row -> {
            known.put(row.getLong("seq"), row.getString("hash"));
        });
        return known;
    }

    private long lastKnown() {
        return purposes.apart(
                Purpose.RIGHTS,
                () -> jdbc.sql("select coalesce(max(seq), 0) from rights.journal_line")
                        .query(Long.class)
                        .single());
    }
}

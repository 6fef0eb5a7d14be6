package fi.seloste.imports;

import fi.seloste.imports.Import.State;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Recurring;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes what an import no longer needs: file and staged rows once it is over, and after seven days in any case, with what its faults
 * quote of the file and with its name.
 */
@Component
class Cleaning implements Recurring {

    static final Duration KEPT = Duration.ofDays(7);

    private final ImportBook book;
    private final Staging staging;
    private final Uploads uploads;
    private final Purposes purposes;
    private final JdbcClient jdbc;
    private final Clock clock;

    Cleaning(ImportBook book, Staging staging, Uploads uploads, Purposes purposes, JdbcClient jdbc, Clock clock) {
        this.book = book;
        this.staging = staging;
        this.uploads = uploads;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "imports.cleaning";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** Who did not commit in a week has to bring the file again. */
    @Override
    public void run() {
        var before = clock.instant().minus(KEPT);
        purposes.as(Purpose.CUSTOMER, () -> {
            for (var id : book.expired(before)) {
                var state = book.lock(id).state();
                if (state == State.MAPPING || state == State.PREVIEW) {
                    book.undone(id);
                }
                clean(id);
            }
            forgetValues(before);
            forgetNames(before);
        });
    }

    /** Where an import is committed, what it was read from goes. */
    void afterwards(ImportId id) {
        purposes.as(Purpose.CUSTOMER, () -> {
            var entry = book.get(id);
            if (entry.state() == State.COMMITTED && entry.content().kept()) {
                clean(id);
            }
        });
    }

    /** The file goes last: without it, a crash would leave rows that nothing finds. */
    void clean(ImportId id) {
        staging.clear(id);
        book.fileGone(id);
        uploads.remove(id);
    }

    /** Files are often named after the person in them: of the name stays what kind of file it was. */
    private void forgetNames(Instant before) {
        jdbc.sql("""
                        update imports.import
                           set file_name = '*' || coalesce(substring(file_name from '\\.[[:alnum:]]{1,8}$'), '')
                         where created_at < :before and file_name not like '*%'""").param("before", Sql.at(before)).update();
    }

    private void forgetValues(Instant before) {
        jdbc.sql("""
                        update imports.error e
                           set arguments = '{}'
                          from imports.import i
                         where i.import_id = e.import_id and i.created_at < :before and e.arguments <> '{}'""").param("before", Sql.at(before)).update();
    }
}

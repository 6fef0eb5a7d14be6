package fi.seloste.imports;

import fi.seloste.base.Actor;
import fi.seloste.base.LegalTime;
import fi.seloste.base.PersonId;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.imports.Import.State;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes an import back: what it brought goes, what it changed is as it was unless somebody changed it since. People with whom something
 * has happened since stay, and are named. A ban that came by the import is never taken back.
 */
@Component
class Undoing {

    private final ImportBook book;
    private final Reindexing reindexing;
    private final Purposes purposes;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId place;

    Undoing(
            ImportBook book,
            Reindexing reindexing,
            Purposes purposes,
            Evidence evidence,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.book = book;
        this.reindexing = reindexing;
        this.purposes = purposes;
        this.evidence = evidence;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
        this.place = place;
    }

    /** A known person or organisation that the import had touched. */
    private record Touched(
            @Nullable UUID personId, @Nullable UUID organisationId) {}

    void undo(ImportId id) {
        events.publishEvent(new Import.UndoBegun(id));
        purposes.as(Purpose.CUSTOMER, () -> {
            jdbc.sql("select pg_advisory_xact_lock(7356790)").query().listOfRows();
            if (book.lock(id).state() == State.COMMITTED) {
                takeBack(id);
            }
        });
    }

    private void takeBack(ImportId id) {
        noteKept(id, Attached.Leaving.NOTHING);
        var touched = jdbc.sql("select t.person_id, t.organisation_id from imports.take_back(:id, :now) t")
                .param("id", id.value())
                .param("now", Sql.at(clock.instant()))
                .query(Touched.class)
                .list();
        reindexing.people(
                touched.stream().map(Touched::personId).filter(Objects::nonNull).toList(),
                LegalTime.dayOf(clock.instant(), place));
        reindexing.organisations(touched.stream()
                .map(Touched::organisationId)
                .filter(Objects::nonNull)
                .toList());
        book.undone(id);
        evidence.record(
                Actor.system("imports"),
                Act.of("import-undone").about("import", id.value()).with(Map.of("kept", kept(id))));
        events.publishEvent(new Import.Undone(id));
    }

    /** Looks without doing anything; who is kept is found anew each time. */
    Outlook outlook(ImportId id, Attached.Leaving leaving) {
        noteKept(id, leaving);
        int people = count("""
                select count(*)
                  from register.person p
                 where p.import_id = :id
                   and not exists (select 1 from imports.kept k where k.import_id = :id and k.person_id = p.person_id)""", id);
        int organisations = count("select count(*) from register.organisation o where o.import_id = :id", id);
        int touched = count("""
                select count(distinct c.person_id)
                  from register.change c
                  join register.person p on p.person_id = c.person_id
                 where c.import_id = :id and p.import_id is distinct from :id""", id);
        return new Outlook(people, kept(id), organisations, touched, named(id));
    }

    List<Kept> named(ImportId id) {
        return jdbc.sql("""
                        select k.person_id, coalesce(p.name, '') as name
                          from imports.kept k
                          left join register.person p on p.person_id = k.person_id
                         where k.import_id = :id
                         order by name collate "fi-x-icu", k.person_id
                         limit 200""")
                .param("id", id.value())
                .query((rs, n) -> new Kept(new PersonId(rs.getObject(1, UUID.class)), rs.getString(2)))
                .list();
    }

    private int kept(ImportId id) {
        return count("select count(*) from imports.kept k where k.import_id = :id", id);
    }

    private void noteKept(ImportId id, Attached.Leaving leaving) {
        jdbc.sql("select imports.note_kept(:id, :leaving::uuid[], :idle::uuid[])")
                .param("id", id.value())
                .param("leaving", leaving.rows().toArray(UUID[]::new))
                .param("idle", leaving.idle().toArray(UUID[]::new))
                .query()
                .listOfRows();
    }

    private int count(String sql, ImportId id) {
        return jdbc.sql(sql).param("id", id.value()).query(Integer.class).single();
    }
}

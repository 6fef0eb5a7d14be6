package fi.seloste.retention;

import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.register.Affiliation;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.NewOrganisation;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Note;
import fi.seloste.register.Notebook;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Origin;
import fi.seloste.register.Party;
import fi.seloste.register.Person;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of the past for these tests, made through the doors on the day that the clock shows. */
@TestComponent
class Archive {

    static final Actor LIISA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000cccc"), "Liisa Aalto");

    final Register register;
    final OrganisationRegister organisations;
    final Notebook notebook;
    final Keeping keeping;
    final NightlySweep sweep;
    final HoldDesk holds;
    final Purposes purposes;
    final JdbcClient jdbc;
    final TurnedClock clock;

    Archive(
            Register register,
            OrganisationRegister organisations,
            Notebook notebook,
            Keeping keeping,
            NightlySweep sweep,
            HoldDesk holds,
            Purposes purposes,
            JdbcClient jdbc,
            TurnedClock clock) {
        this.register = register;
        this.organisations = organisations;
        this.notebook = notebook;
        this.keeping = keeping;
        this.sweep = sweep;
        this.holds = holds;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    PersonId met(String name, String email, LocalDate on) {
        return met(name, email, on, Source.MET_IN_PERSON);
    }

    PersonId met(String name, String email, LocalDate on, Source source, OrganisationId... at) {
        clock.turnTo(on);
        var posts = java.util.Arrays.stream(at).map(Affiliation.Post::at).toArray(Affiliation.Post[]::new);
        var detail = source.needsDetail() ? "https://jokivoima.example/people" : null;
        return purposes.as(
                Purpose.CUSTOMER,
                () -> register.add(
                        NewPerson.of(PersonName.of(name), new Origin(source, detail, on))
                                .reachedBy(ContactPoint.New.email(email))
                                .at(posts),
                        LIISA));
    }

    OrganisationId organisation(String name) {
        return organisation(name, LocalDate.of(2026, 11, 23));
    }

    OrganisationId organisation(String name, LocalDate on) {
        return purposes.as(
                Purpose.CUSTOMER,
                () -> organisations.add(NewOrganisation.of(name, new Origin(Source.MET_IN_PERSON, null, on)), LIISA));
    }

    UUID write(PersonId person, Note.Kind kind, String text) {
        return purposes.as(Purpose.CUSTOMER, () -> notebook.write(Party.of(person), Note.New.of(kind, text), LIISA));
    }

    Person get(PersonId person) {
        return purposes.as(Purpose.CUSTOMER, () -> register.get(person));
    }

    /** The last day, as the person's page says it. */
    LocalDate end(PersonId person) {
        return ((Ending.Until) keeping.ending(get(person))).on();
    }

    void sweepOn(LocalDate day) {
        clock.turnTo(day);
        sweep.run();
    }

    boolean isThere(PersonId person) {
        return count("register.person", "person_id = '%s' and (standing & 8) = 0".formatted(person)) == 1;
    }

    long count(String table, String condition) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from %s where %s".formatted(table, condition))
                        .query(Long.class)
                        .single());
    }

    void run(String sql) {
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql(sql).update();
        });
    }
}

package fi.seloste.backup;

import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.datamap.Compiler;
import fi.seloste.datamap.Declared;
import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Keys;
import fi.seloste.installation.Settings;
import fi.seloste.register.Ban;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.DomainBan;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.NewOrganisation;
import fi.seloste.register.NewPerson;
import fi.seloste.register.OrganisationBan;
import fi.seloste.register.OrganisationField;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Renewal;
import fi.seloste.register.Source;
import fi.seloste.register.Wish;
import fi.seloste.rights.Identity;
import fi.seloste.rights.Reconciliation;
import fi.seloste.rights.Request;
import fi.seloste.rights.Right;
import fi.seloste.rights.Rights;
import fi.seloste.store.Address;
import fi.seloste.store.Blobs;
import fi.seloste.store.Database;
import fi.seloste.store.Job;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation that is backed up and brought back, with the few acts of its people that these tests need. */
@TestComponent
class Vault {

    static final Actor SIRPA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000bbbb"), "Sirpa Virtanen");

    final fi.seloste.backup.Source source;
    private final Register register;
    private final Rights rights;
    private final Identity identity;
    private final MarketingBan bans;
    private final OrganisationRegister organisations;
    private final DomainBan firms;
    private final Blobs blobs;
    private final List<Job> jobs;
    private final Compiler compiler;
    private final Declared declared;
    private final Reconciliation reconciliation;
    private final Restored restored;
    final Renewal renewal;
    private final Database database;
    final Purposes purposes;
    final JdbcClient jdbc;
    final TurnedClock clock;

    Vault(
            Address address,
            DataFolder folder,
            Settings settings,
            Keys keys,
            Register register,
            Rights rights,
            Identity identity,
            MarketingBan bans,
            OrganisationRegister organisations,
            DomainBan firms,
            Blobs blobs,
            List<Job> jobs,
            Compiler compiler,
            Declared declared,
            Reconciliation reconciliation,
            Restored restored,
            Renewal renewal,
            Database database,
            Purposes purposes,
            JdbcClient jdbc,
            TurnedClock clock) {
        this.source = new fi.seloste.backup.Source(address, folder, settings, keys, "0.1.0");
        this.register = register;
        this.rights = rights;
        this.identity = identity;
        this.bans = bans;
        this.organisations = organisations;
        this.firms = firms;
        this.blobs = blobs;
        this.jobs = jobs;
        this.compiler = compiler;
        this.declared = declared;
        this.reconciliation = reconciliation;
        this.restored = restored;
        this.renewal = renewal;
        this.database = database;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    PersonId person(String name, String email) {
        return person(name, email, Source.MET_IN_PERSON);
    }

    PersonId person(String name, String email, Source from) {
        var detail = from.needsDetail() ? "https://jokivoima.example/people" : null;
        return purposes.as(
                Purpose.CUSTOMER,
                () -> register.add(
                        NewPerson.of(PersonName.of(name), new Origin(from, detail, LocalDate.of(2026, 11, 23)))
                                .reachedBy(ContactPoint.New.email(email)),
                        SIRPA));
    }

    UUID file(PersonId person, String text) {
        return purposes.as(
                Purpose.CUSTOMER,
                () -> blobs.keep(
                        new Blobs.Label("letter.txt", "text/plain", person),
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    Path fileOf(UUID id) {
        return blobs.file(id);
    }

    /** Asked for, attested and done, with what jobs do after it. */
    Request done(Right right, String email) {
        var request = rights.receive(new Rights.Received(right, email, null, null, null, "en"), SIRPA);
        if (right != Right.MARKETING_BAN) {
            identity.confirm(request.id(), new Identity.Said("attested", "called back", null), SIRPA);
        }
        var done = rights.fulfil(request.id(), SIRPA);
        work();
        return done;
    }

    void ban(PersonId person) {
        purposes.as(Purpose.CUSTOMER, () -> {
            bans.ban(person, Ban.because("said so on the phone"), SIRPA);
        });
        work();
    }

    OrganisationId organisation(String name, String domain) {
        return purposes.as(
                Purpose.CUSTOMER,
                () -> organisations.add(
                        NewOrganisation.of(name, new Origin(Source.MET_IN_PERSON, null, LocalDate.of(2026, 11, 23)))
                                .with(Map.of(OrganisationField.DOMAIN, domain)),
                        SIRPA));
    }

    void ban(OrganisationId organisation, String domain) {
        purposes.as(
                Purpose.CUSTOMER,
                () -> firms.ban(organisation, new OrganisationBan.Wanted(domain, "their mail", "Liisa Laine"), SIRPA));
        work();
    }

    void lift(String domain) {
        purposes.as(
                Purpose.CUSTOMER,
                () -> firms.inForce().stream()
                        .filter(ban -> ban.domain().equals(domain))
                        .forEach(ban -> firms.lift(ban.id(), "their mail of today", SIRPA)));
        work();
    }

    void lift(PersonId person) {
        purposes.as(Purpose.CUSTOMER, () -> {
            bans.lift(
                    person,
                    Wish.of(
                            "wrote that news are welcome again",
                            clock.instant()
                                    .atZone(java.time.ZoneId.of("Europe/Helsinki"))
                                    .toLocalDate()),
                    SIRPA);
        });
        work();
    }

    int reconcile() {
        return reconciliation.reconcile();
    }

    void work() {
        var waiting = purposes.as(Purpose.TECHNICAL, () -> {
            var found = jdbc.sql(
                            "select task_name, task_instance from store.scheduled_tasks where task_name <> 'letter'")
                    .query(Waiting.class)
                    .list();
            jdbc.sql("delete from store.scheduled_tasks").update();
            return found;
        });
        waiting.forEach(one ->
                jobs.stream().filter(j -> j.name().equals(one.taskName())).forEach(j -> j.run(one.taskInstance())));
    }

    record Waiting(String taskName, String taskInstance) {}

    Path backUp(Path folder) {
        return new Backup(source, clock).write(folder, Terminal.silent()).file();
    }

    /** As the command does it, but for the keys, which a test has in memory only. */
    int restore(Path file, @Nullable String without) {
        try (var restore = Restore.of(file, source.folder(), source.settings(), Terminal.silent())) {
            restore.examine(without);
            restore.load(source.address(), source.folder().root());
        }
        database.evict();
        compiler.compile(declared);
        renewal.start();
        int repeated = reconciliation.reconcile();
        restored.record();
        return repeated;
    }

    boolean sees(Purpose purpose, PersonId person) {
        return purposes.as(
                purpose,
                () -> jdbc.sql("select count(*) > 0 from register.person where person_id = :id")
                        .param("id", person.value())
                        .query(Boolean.class)
                        .single());
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

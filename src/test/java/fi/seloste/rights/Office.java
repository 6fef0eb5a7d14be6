package fi.seloste.rights;

import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.RequestId;
import fi.seloste.doors.Guard;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.store.Job;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk, the mailbox and the people of these tests. Jobs run when the test says so. */
@TestComponent
class Office {

    static final Actor SIRPA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000bbbb"), "Sirpa Virtanen");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    final Register register;
    final Rights rights;
    final Identity identity;
    final Answers answers;
    final Mail mail;
    final List<Job> jobs;
    final Purposes purposes;
    final JdbcClient jdbc;
    final TurnedClock clock;
    final Guard guard;

    Office(
            Register register,
            Rights rights,
            Identity identity,
            Answers answers,
            Mail mail,
            List<Job> jobs,
            Purposes purposes,
            JdbcClient jdbc,
            TurnedClock clock,
            Guard guard) {
        this.register = register;
        this.rights = rights;
        this.identity = identity;
        this.answers = answers;
        this.mail = mail;
        this.jobs = jobs;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.clock = clock;
        this.guard = guard;
    }

    /** What a page that was just shown carries. */
    String stamp() {
        return guard.stamp(AskForm.DOOR).text();
    }

    PersonId person(String name, String email) {
        return person(name, email, Source.MET_IN_PERSON);
    }

    PersonId person(String name, String email, Source source) {
        var detail = source.needsDetail() ? "https://jokivoima.example/people" : null;
        return purposes.as(
                Purpose.CUSTOMER,
                () -> register.add(
                        NewPerson.of(PersonName.of(name), new Origin(source, detail, TODAY))
                                .reachedBy(ContactPoint.New.email(email)),
                        SIRPA));
    }

    Request receive(Right right, String email) {
        return receive(right, email, null);
    }

    Request receive(Right right, String email, @Nullable LocalDate on) {
        return rights.receive(new Rights.Received(right, email, null, null, on, "en"), SIRPA);
    }

    Request attest(RequestId id) {
        return identity.confirm(id, new Identity.Said("attested", "called back at the number on file", null), SIRPA);
    }

    /** Received, attested and fulfilled. */
    Request done(Right right, String email) {
        var request = receive(right, email);
        attest(request.id());
        return rights.fulfil(request.id(), SIRPA);
    }

    /** Does what jobs would do, until none is left. As there, the row of a job goes when it is done, and stays when it dies. */
    void work() {
        var waiting = waiting();
        while (!waiting.isEmpty()) {
            for (var one : waiting) {
                jobs.stream().filter(j -> j.name().equals(one.taskName())).forEach(j -> j.run(one.taskInstance()));
                done(one);
            }
            waiting = waiting();
        }
    }

    private List<Waiting> waiting() {
        return purposes.as(
                Purpose.TECHNICAL, () -> jdbc.sql("""
                                select task_name, task_instance
                                  from store.scheduled_tasks
                                 where task_name <> 'letter'
                                 order by execution_time""").query(Waiting.class).list());
    }

    private void done(Waiting one) {
        purposes.as(Purpose.TECHNICAL, () -> {
            jdbc.sql("delete from store.scheduled_tasks where task_name = :name and task_instance = :instance")
                    .param("name", one.taskName())
                    .param("instance", one.taskInstance())
                    .update();
        });
    }

    record Waiting(String taskName, String taskInstance) {}

    List<Mail.Sent> lettersTo(String address) {
        return mail.newest(500).stream()
                .filter(l -> l.recipient().equals(address))
                .toList();
    }

    /** What stands in the newest letter to this address. */
    String found(String address, String pattern) {
        var body = lettersTo(address).getFirst().body();
        var match = Pattern.compile(pattern).matcher(body);
        if (!match.find()) {
            throw new AssertionError("No " + pattern + " in: " + body);
        }
        return match.group(1);
    }

    <T extends @Nullable Object> T asOwner(Supplier<T> work) {
        return purposes.as(Purpose.OWNER, work);
    }

    <T extends @Nullable Object> T asCustomer(Supplier<T> work) {
        return purposes.as(Purpose.CUSTOMER, work);
    }

    PersonId withEmail(String email) {
        return new PersonId(jdbc.sql(
                        "select person_id from register.contact_point where value = :email and valid_until is null limit 1")
                .param("email", email)
                .query(UUID.class)
                .single());
    }

    long count(String table, String condition) {
        return asOwner(() -> jdbc.sql("select count(*) from %s where %s".formatted(table, condition))
                .query(Long.class)
                .single());
    }

    void run(String sql) {
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql(sql).update();
        });
    }

    /** Whether this purpose sees the person at all. */
    boolean sees(Purpose purpose, PersonId person) {
        return purposes.as(
                purpose,
                () -> jdbc.sql("select count(*) > 0 from register.person where person_id = :id")
                        .param("id", person.value())
                        .query(Boolean.class)
                        .single());
    }

    static Map<String, String> unzip(InputStream content) {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(content)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static Map<String, String> unzip(byte[] content) {
        return unzip(new ByteArrayInputStream(content));
    }
}

package fi.seloste;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.backup.Backup;
import fi.seloste.backup.Terminal;
import fi.seloste.base.Actor;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.rights.Identity;
import fi.seloste.rights.Right;
import fi.seloste.rights.Rights;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The restore as a process of its own, killed with -9 after each thing that it says; and then run to its end. */
class KilledRestoreTest {

    private static final Actor SIRPA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000bbbb"), "Sirpa Virtanen");

    private static final String NAMES = "select name from register.person where name <> ''";

    @TempDir
    Path folder;

    @Test
    @Policy({"B9", "B1"})
    void killed_anywhere_it_leaves_the_old_data_or_the_new_and_nobody_who_was_erased() throws Exception {
        var file = backedUpBeforeAnErasure();
        boolean ended = false;
        boolean replaced = false;
        for (int words = 1; !ended; words++) {
            ended = killedAfter(words, file);
            var names = names();
            assertThat(names).as("killed after %d lines", words).doesNotContain("Ada Koskinen");
            assertThat(names).as("killed after %d lines", words).hasSize(1);
            assertThat(replaced && names.contains("Later Than")).isFalse();
            replaced |= names.contains("Boris Lindqvist") && !names.contains("Later Than");
        }
        assertThat(replaced).isTrue();
    }

    /** Ada and Boris are in the backup; after it Ada was erased, Boris went, and another came. */
    private Path backedUpBeforeAnErasure() throws Exception {
        try (var house = Inside.open(folder.resolve("data"))) {
            person(house, "Ada Koskinen", "ada@jokivoima.example");
            person(house, "Boris Lindqvist", "boris@jokivoima.example");
            var source = ((Ground) house.ground()).source();
            var file = new Backup(source, Clock.systemUTC())
                    .write(folder, Terminal.silent())
                    .file();
            erase(house, "ada@jokivoima.example");
            owner(house, "update register.person set name = 'Later Than'");
            return file;
        }
    }

    private static void person(Inside house, String name, String email) {
        var origin = new Origin(Source.MET_IN_PERSON, null, LocalDate.of(2026, 11, 23));
        house.get(Purposes.class)
                .as(
                        Purpose.CUSTOMER,
                        () -> house.get(Register.class)
                                .add(
                                        NewPerson.of(PersonName.of(name), origin)
                                                .reachedBy(ContactPoint.New.email(email)),
                                        SIRPA));
    }

    private static void erase(Inside house, String email) {
        var rights = house.get(Rights.class);
        var request = rights.receive(new Rights.Received(Right.ERASURE, email, null, null, null, "en"), SIRPA);
        house.get(Identity.class).confirm(request.id(), new Identity.Said("attested", "called back", null), SIRPA);
        rights.fulfil(request.id(), SIRPA);
    }

    private static void owner(Inside house, String sql) {
        house.get(Purposes.class).as(Purpose.OWNER, () -> {
            house.get(JdbcClient.class).sql(sql).update();
        });
    }

    /** As the next start finds it: where the backup stands already and the journal was not repeated yet, the house does that first. */
    private List<String> names() throws Exception {
        var settings = Settings.of(Map.of(Setting.DATA, folder.resolve("data").toString()), Map.of());
        try (var ground = Ground.forCommand(settings);
                var connection = DriverManager.getConnection(
                        ground.address().url(),
                        ground.address().owner(),
                        ground.address().password());
                var rows = connection.createStatement().executeQuery(NAMES)) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            if (!names.contains("Ada Koskinen")) {
                return names;
            }
        }
        try (var house = Inside.open(folder.resolve("data"))) {
            return house.get(Purposes.class)
                    .as(
                            Purpose.OWNER,
                            () -> house.get(JdbcClient.class)
                                    .sql(NAMES)
                                    .query(String.class)
                                    .list());
        }
    }

    /** Whether it came to its end before it could be killed. */
    private boolean killedAfter(int words, Path file) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "fi.seloste.App",
                "restore",
                file.toString(),
                "--replace",
                "--data",
                folder.resolve("data").toString()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            // Killed when it has said so much: whoever reads on waits until the next thing is done, too.
            out.lines().limit(words).forEach(said::add);
            if (said.size() == words && !said.getLast().startsWith("Restored")) {
                process.destroyForcibly();
            }
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(said).first().asString().startsWith("Restoring");
        return said.getLast().startsWith("Restored");
    }
}

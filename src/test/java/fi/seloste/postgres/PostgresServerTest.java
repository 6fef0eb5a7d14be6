package fi.seloste.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.installation.Access;
import fi.seloste.installation.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir(cleanup = CleanupMode.ALWAYS)
    static Path made;

    @TempDir
    Path folder;

    /** One initdb serves all tests: each gets a copy of a cluster that was made and stopped once. */
    @BeforeEach
    void a_cluster_that_was_used_once() throws IOException {
        if (!PostgresServer.isPresentIn(made)) {
            try (PostgresServer server = PostgresServer.start(made, Tuning.TEST)) {
                server.database("seloste");
            }
        }
        try (Stream<Path> all = Files.walk(made)) {
            for (Path path : all.skip(1).toList()) {
                Files.copy(path, folder.resolve(made.relativize(path).toString()), COPY);
            }
        }
    }

    private static final java.nio.file.StandardCopyOption COPY = java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

    @Test
    void the_owner_may_make_roles_and_nothing_beyond() throws SQLException {
        try (PostgresServer server = PostgresServer.start(folder, Tuning.TEST)) {
            Access access = server.database("seloste");
            assertThat(asked(access, "select rolcreaterole from pg_roles where rolname = current_user"))
                    .isEqualTo("t");
            assertThat(asked(access, """
                    select (rolsuper or rolcreatedb or rolreplication or rolbypassrls)::text
                    from pg_roles where rolname = current_user""")).isEqualTo("false");
            assertThat(asked(access, "select round(extensions.similarity('Virtanen', 'Virtanen'))::text"))
                    .isEqualTo("1");
            assertThat(asked(access, "select 'Öljy' < 'Zeppelin' collate \"fi-x-icu\""))
                    .isEqualTo("f");
        }
    }

    @Test
    void it_keeps_its_port_and_its_data_from_one_start_to_the_next() throws SQLException {
        int port;
        try (PostgresServer server = PostgresServer.start(folder, Tuning.TEST)) {
            port = server.port();
            run(server.database("seloste"), "create table kept as select 'Aino' as name");
        }
        try (PostgresServer server = PostgresServer.start(folder, Tuning.PRODUCTION)) {
            assertThat(server.port()).isEqualTo(port);
            assertThat(asked(server.database("seloste"), "select name from kept"))
                    .isEqualTo("Aino");
            assertThat(asked(server.database("seloste"), "show fsync")).isEqualTo("on");
            assertThat(asked(server.database("seloste"), "show data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() {
        try (PostgresServer server = PostgresServer.start(folder, Tuning.TEST)) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("seloste"), "postgres", "postgres"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void only_the_account_itself_may_read_the_passwords() throws IOException {
        for (String file : List.of("seloste.password", "data/superuser.password")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_second_server_in_the_same_folder_is_refused() {
        try (PostgresServer server = PostgresServer.start(folder, Tuning.TEST)) {
            assertThatThrownBy(() -> PostgresServer.start(folder, Tuning.TEST))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("in use by another Seloste");
            assertThat(server.isRunning()).isTrue();
        }
    }

    @Test
    void a_taken_port_is_exchanged_for_a_free_one() throws IOException {
        try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Files.writeString(folder.resolve("port"), taken.getLocalPort() + "\n");
            try (PostgresServer server = PostgresServer.start(folder, Tuning.TEST)) {
                assertThat(server.port()).isNotEqualTo(taken.getLocalPort());
            }
        }
    }

    @Test
    void a_note_of_a_process_id_that_another_program_has_now_does_not_fool_it() throws IOException {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            leaveNote(other.pid());
            try (PostgresServer server = PostgresServer.start(folder, Tuning.TEST)) {
                assertThat(server.isRunning()).isTrue();
                assertThat(other.isAlive()).isTrue();
            }
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void a_half_made_cluster_is_made_anew() throws IOException {
        Path fresh = Files.createDirectory(folder.resolve("fresh"));
        Files.createDirectories(fresh.resolve("making/data"));
        Files.writeString(fresh.resolve("making/data/PG_VERSION"), "18\n");
        try (PostgresServer server = PostgresServer.start(fresh, Tuning.TEST)) {
            assertThat(server.isRunning()).isTrue();
            assertThat(fresh.resolve("making")).doesNotExist();
        }
    }

    @Test
    void a_cluster_of_another_postgresql_is_refused_in_a_sentence() throws IOException {
        Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> PostgresServer.start(folder, Tuning.TEST))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("made by PostgreSQL 17")
                .hasMessageContaining("backup");
    }

    @Test
    void what_keeps_it_from_starting_is_said_and_the_folder_is_free_again() throws IOException {
        Files.writeString(folder.resolve("local.conf"), "shared_buffers = plenty\n");
        assertThatThrownBy(() -> PostgresServer.start(folder, Tuning.TEST))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("did not start in " + folder.toRealPath())
                .hasMessageContaining("postgres.log");
        Files.delete(folder.resolve("local.conf"));
        PostgresServer.start(folder, Tuning.TEST).stop();
    }

    @Test
    void root_runs_it_in_a_namespace_or_as_another_account_in_turn() throws SQLException, IOException {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root has a choice");
        for (RunAs way : List.of(RunAs.ANOTHER, RunAs.probed(), RunAs.ANOTHER)) {
            try (PostgresServer server = PostgresServer.start(folder, Tuning.TEST, way)) {
                assertThat(asked(server.database("seloste"), "select 'it answers'"))
                        .isEqualTo("it answers");
            }
            assertThat(Files.getOwner(folder.resolve("data/PG_VERSION")).getName())
                    .matches(way == RunAs.ANOTHER ? "postgres|nobody" : "root");
        }
    }

    @Test
    void killing_us_stops_the_server_at_once_and_the_next_start_finds_all_data() throws Exception {
        Process child = child();
        long server = Long.parseLong(child.inputReader().readLine());
        assertThat(ProcessHandle.of(server)).isPresent();

        child.destroyForcibly().waitFor();

        assertThat(ends(server, PATIENCE)).isTrue();
        try (PostgresServer again = PostgresServer.start(folder, Tuning.TEST)) {
            assertThat(asked(again.database("seloste"), "select name from kept"))
                    .isEqualTo("Aino");
        }
    }

    @Test
    void a_server_killed_together_with_us_leaves_a_note_that_does_not_fool_the_next_start() throws Exception {
        Process child = child();
        long server = Long.parseLong(child.inputReader().readLine());
        Launch.signal("KILL", server);
        child.destroyForcibly().waitFor();
        assertThat(ends(server, PATIENCE)).isTrue();
        assertThat(Files.readString(folder.resolve("data/postmaster.pid"))).contains("ready");

        try (PostgresServer again = PostgresServer.start(folder, Tuning.TEST)) {
            assertThat(again.pid()).isNotEqualTo(server);
            assertThat(asked(again.database("seloste"), "select name from kept"))
                    .isEqualTo("Aino");
        }
    }

    @Test
    void an_orphan_that_outlived_us_is_stopped_first() throws Exception {
        Path data = folder.toRealPath().resolve("data");
        Cluster cluster = new Cluster(folder.toRealPath(), Binaries.unpacked(RunAs.probed()), RunAs.probed());
        String program = cluster.binaries().program("postgres").toString();
        List<String> command = Stream.concat(
                        RunAs.probed().prefix(List.of()).stream(),
                        Stream.of(program, "-D", data.toString(), "-p", "" + Ports.kept(folder), "-c", NO_SOCKET))
                .toList();
        Process orphan = Launch.start(command, folder.resolve("orphan.log"));
        while (PidFile.of(data).filter(f -> f.isReady(orphan.pid())).isEmpty()) {
            assertThat(orphan.isAlive())
                    .as(Files.readString(folder.resolve("orphan.log")))
                    .isTrue();
            Thread.sleep(10);
        }

        try (PostgresServer server = PostgresServer.start(folder, Tuning.TEST)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(server.isRunning()).isTrue();
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(50);
    private static final String NO_SOCKET = "unix_socket_directories=";

    /** Another Java process that starts the server, writes a row, tells the server's process id, and waits. */
    private Process child() throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static final class Child {

        public static void main(String[] args) throws Exception {
            PostgresServer server = PostgresServer.start(Path.of(args[0]), Tuning.PRODUCTION);
            run(server.database("seloste"), "create table kept as select 'Aino' as name");
            System.out.println(server.pid());
            Thread.sleep(60_000);
        }
    }

    private void leaveNote(long pid) throws IOException {
        Path data = folder.resolve("data");
        Files.writeString(
                data.resolve("postmaster.pid"), pid + "\n" + data + "\n1700000000\n5432\n\n127.0.0.1\n  1 1\nready\n");
    }

    private static boolean ends(long pid, Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (System.nanoTime() < end) {
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
                return true;
            }
            Thread.sleep(10);
        }
        return false;
    }

    private static String asked(Access access, String sql) throws SQLException {
        try (Connection connection = open(access);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(Access access, String sql) throws SQLException {
        try (Connection connection = open(access);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection open(Access access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }
}

package fi.seloste.bench;

import fi.seloste.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** The product as people start it, {@code ./seloste}, in a process of its own on a folder of this run. */
final class Product {

    private final Path folder;
    private final Path ready;
    private Process process;
    private String url;

    Product(Path folder) {
        this.folder = folder;
        this.ready = folder.resolve("ready.json");
    }

    Path folder() {
        return folder;
    }

    String url() {
        return url;
    }

    /** Seconds until the ready file was there. */
    double start() throws Exception {
        return start(Map.of());
    }

    /** With settings of its own. One that says another address than its own is asked at this machine's all the same. */
    double start(Map<String, String> environment) throws Exception {
        Files.deleteIfExists(ready);
        long begun = System.nanoTime();
        int port = environment.containsKey("SELOSTE_BASE_URL") ? freePort() : 0;
        var builder = builder("--data", data(), "--port", String.valueOf(port), "--ready-file", ready.toString());
        builder.environment().putAll(environment);
        process = builder.start();
        while (!Files.exists(ready) || Files.size(ready) == 0) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "The product did not start: " + Files.readString(folder.resolve("out.txt")));
            }
            Thread.sleep(5);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        url = port > 0
                ? "http://localhost:" + port
                : JsonMapper.shared()
                        .readTree(Files.readString(ready))
                        .get("url")
                        .asString();
        return seconds;
    }

    private static int freePort() throws IOException {
        try (var door = new java.net.ServerSocket(0)) {
            return door.getLocalPort();
        }
    }

    /** As if the machine lost its power. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void stop() throws InterruptedException {
        if (process == null) {
            return;
        }
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** Made while the product stands still, since a folder serves one process. */
    String token() throws Exception {
        var out = folder.resolve("token.txt");
        var made = builder("token", "--data", data(), "--purposes", "all", "--name", "bench")
                .redirectOutput(out.toFile())
                .start();
        if (made.waitFor() != 0) {
            throw new IllegalStateException("No token was made: " + Files.readString(out));
        }
        return Files.readString(out).strip();
    }

    /** What makes the next start quicker is made beside a fresh one, and would take half a core from what is measured. */
    void startMailingTo(int port) throws Exception {
        start(Map.of(
                "SELOSTE_NO_CACHE", "1",
                "SELOSTE_MAIL_HOST", "127.0.0.1",
                "SELOSTE_MAIL_PORT", String.valueOf(port),
                "SELOSTE_MAIL_FROM", "letters@bench.example",
                "SELOSTE_DNS_SERVER", fi.seloste.Zone.address(),
                "SELOSTE_BASE_URL", "https://register.bench.example",
                "SELOSTE_MEMORY", "256m"));
    }

    /** Resident memory of the Java process in megabytes. */
    long megabytes() throws IOException {
        return megabytes("VmRSS");
    }

    /** The most that it ever was. */
    long peakMegabytes() throws IOException {
        return megabytes("VmHWM");
    }

    private long megabytes(String what) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith(what))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** Seconds of processors that the server and its database have used since they were started. */
    record Work(double server, double database) {

        Work since(Work before) {
            return new Work(server - before.server, database - before.database);
        }

        /** Milliseconds for each of so many things that were done. */
        String each(int many) {
            return String.format(
                    java.util.Locale.ROOT,
                    "%.2f ms the server, %.2f ms the database",
                    server * 1_000 / many,
                    database * 1_000 / many);
        }
    }

    Work work() {
        return new Work(
                seconds(process.toHandle()),
                process.descendants().mapToDouble(Product::seconds).sum());
    }

    static double seconds(ProcessHandle of) {
        return of.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /** What the database does of itself in a quiet minute, so that no figure depends on whether it has got to it. */
    void tidy() throws SQLException {
        try (var connection = connection()) {
            connection.createStatement().execute("vacuum analyze");
        }
    }

    private Connection connection() throws SQLException {
        var access = PostgresServer.running(folder.resolve("data").resolve("cluster"), "seloste");
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    /** Rows in the database of the running product. */
    long count(String from) throws SQLException {
        try (var connection = connection();
                var row = connection.createStatement().executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Waits for the start cache that the first start makes in the background; false where none comes. */
    boolean isPrepared() throws Exception {
        for (int i = 0; i < 300; i++) {
            try (var files = Files.walk(folder.resolve("cache"))) {
                if (files.anyMatch(
                        file -> file.endsWith("seloste.aot") && !file.toString().contains("rehearsal"))) {
                    return true;
                }
            }
            Thread.sleep(1000);
        }
        return false;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private ProcessBuilder builder(String... words) {
        var command = new java.util.ArrayList<>(List.of(System.getProperty("seloste.home", ".") + "/seloste"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().put("SELOSTE_REHEARSAL_DELAY", "0");
        // One program asks as fast as it can, and would be held back. Whoever looks closer (a flight recording) adds
        // flags.
        builder.environment()
                .merge(
                        "SELOSTE_JAVA_FLAGS",
                        "-Dseloste.api.calls-per-second=1000000",
                        (given, ours) -> given + " " + ours);
        builder.redirectError(folder.resolve("out.txt").toFile());
        builder.redirectOutput(folder.resolve("out.txt").toFile());
        return builder;
    }
}

package fi.seloste.postgres;

import fi.seloste.installation.PrivateFile;
import fi.seloste.installation.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The running server process. */
final class Postmaster {

    private static final long START_MILLIS = 60_000;
    private static final long RECOVERY_MILLIS = 600_000;
    private static final long STOP_MILLIS = 60_000;
    private static final long LOG_BYTES = 5_000_000;

    private final Process process;
    private final Cluster cluster;

    private Postmaster(Process process, Cluster cluster) {
        this.process = process;
        this.cluster = cluster;
    }

    static Postmaster start(Cluster cluster, int port) {
        roll(cluster.log());
        long logged = size(cluster.log());
        Postmaster postmaster = new Postmaster(fork(command(cluster, port), cluster.log()), cluster);
        postmaster.awaitReady(logged);
        return postmaster;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Fast shutdown: sessions end, the data is written out; only a server that hangs is cut off. */
    void stop() {
        Launch.signal("INT", process.pid());
        if (!exits(STOP_MILLIS)) {
            Launch.signal("QUIT", process.pid());
            exits(STOP_MILLIS);
        }
    }

    private static List<String> command(Cluster cluster, int port) {
        Path program = cluster.binaries().program("postgres");
        return new Launch(cluster.runAs(), List.of(program, cluster.data()))
                .command(List.of(
                        program.toString(),
                        "-D",
                        cluster.data().toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories="));
    }

    /**
     * The kernel's death signal follows the thread that forked, not the process. So a thread of the system's own forks
     * and then waits for as long as the server lives.
     */
    private static Process fork(List<String> command, Path log) {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread.ofPlatform().name("postgres").daemon(true).start(() -> {
            try {
                Process process = Launch.start(command, log);
                started.complete(process);
                process.waitFor();
            } catch (IOException e) {
                started.completeExceptionally(new Trouble("Cannot start PostgreSQL: " + e.getMessage() + ".", e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return started.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause() instanceof Trouble trouble ? trouble : e;
        }
    }

    /** A file left by a killed server still says "ready": it counts only with our own process id in it. */
    private void awaitReady(long logged) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS + RECOVERY_MILLIS);
        while (System.nanoTime() < end) {
            if (PidFile.of(cluster.data()).filter(f -> f.isReady(pid())).isPresent()) {
                return;
            }
            if (exits(10)) {
                throw Refusal.of(
                        "PostgreSQL did not start in " + cluster.folder(), since(cluster.log(), logged), cluster.log());
            }
        }
        stop();
        throw new Trouble("PostgreSQL did not become ready within ten minutes. Look at " + cluster.log() + ".");
    }

    private boolean exits(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static void roll(Path log) {
        try {
            if (size(log) > LOG_BYTES) {
                Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new Trouble("Cannot roll " + log + ": " + PrivateFile.reason(e) + ".", e);
        }
    }

    private static long size(Path log) {
        try {
            return Files.size(log);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new Trouble("Cannot look at " + log + ": " + PrivateFile.reason(e) + ".", e);
        }
    }

    private static String since(Path log, long offset) {
        try {
            byte[] all = Files.readAllBytes(log);
            int from = (int) Math.min(offset, all.length);
            return new String(all, from, all.length - from, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}

package fi.seloste.postgres;

import fi.seloste.installation.Access;
import fi.seloste.installation.FolderLock;
import fi.seloste.installation.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Our own PostgreSQL in a folder: loopback only, passwords made at random, durable. It ends with us, however we end.
 * Its superuser only sets up; the product logs in as the owner that {@link #database} makes.
 */
public final class PostgresServer implements AutoCloseable {

    public static final String HOST = "127.0.0.1";

    private final Cluster cluster;
    private final int port;
    private final Postmaster postmaster;
    private final FolderLock lock;

    private PostgresServer(Cluster cluster, int port, Postmaster postmaster, FolderLock lock) {
        this.cluster = cluster;
        this.port = port;
        this.postmaster = postmaster;
        this.lock = lock;
    }

    /** Starts the server of this folder, making its cluster the first time. */
    public static PostgresServer start(Path folder, Tuning tuning) {
        return start(folder, tuning, RunAs.probed());
    }

    static PostgresServer start(Path folder, Tuning tuning, RunAs runAs) {
        Path real = real(PrivateFile.folder(folder));
        FolderLock lock = FolderLock.take(real.resolve("lock"), "The database in " + real);
        try {
            Cluster cluster = new Cluster(real, Binaries.unpacked(runAs), runAs);
            Orphan.clear(cluster.data());
            cluster.createIfMissing(tuning);
            cluster.write(tuning);
            return Ports.at(real, port -> new PostgresServer(cluster, port, Postmaster.start(cluster, port), lock));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Ends the server that a killed process left in this folder, where there is one. */
    public static void endOrphan(Path folder) {
        if (Files.isDirectory(folder)) {
            Orphan.clear(real(folder).resolve("data"));
        }
    }

    /** The owner's way into a database of the server that another process runs in this folder. */
    public static Access running(Path folder, String database) {
        Path real = real(folder);
        String port = PrivateFile.read(real.resolve("port"));
        String password = PrivateFile.read(real.resolve(Bootstrap.OWNER + ".password"));
        return new Access("jdbc:postgresql://" + HOST + ":" + port + "/" + database, Bootstrap.OWNER, password);
    }

    /** Whether the folder holds a database already. */
    public static boolean isPresentIn(Path folder) {
        return Files.exists(folder.resolve("data/PG_VERSION"));
    }

    public String host() {
        return HOST;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return postmaster.pid();
    }

    public boolean isRunning() {
        return postmaster.isAlive();
    }

    public String superuser() {
        return Cluster.SUPERUSER;
    }

    public String superuserPassword() {
        return cluster.superuserPassword();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    /** The superuser's way into a database: for setting up, never for serving. */
    public Access superuserAccess(String database) {
        return new Access(jdbcUrl(database), superuser(), superuserPassword());
    }

    /**
     * Makes sure that the database exists with our extensions (schema `extensions`), and that its owner, the role
     * `seloste`, may log in and create roles but nothing beyond. May be called again at any time.
     */
    public Access database(String name) {
        return new Bootstrap(this, cluster.password(Bootstrap.OWNER)).database(name);
    }

    /** Ends sessions, writes everything out, and returns when the server is gone. */
    public void stop() {
        postmaster.stop();
        lock.close();
    }

    @Override
    public void close() {
        stop();
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

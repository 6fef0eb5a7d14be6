package fi.seloste.postgres;

import fi.seloste.installation.PrivateFile;
import fi.seloste.installation.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of one database cluster: `data` is PostgreSQL's own folder, beside it lie the passwords, the port it keeps,
 * its log and our lock.
 */
record Cluster(Path folder, Binaries binaries, RunAs runAs) {

    static final String SUPERUSER = "postgres";
    private static final String SUPERUSER_PASSWORD = "superuser.password";

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    String superuserPassword() {
        return PrivateFile.read(data().resolve(SUPERUSER_PASSWORD));
    }

    /** The password of a role we made, made on first asking. */
    String password(String role) {
        Path file = folder.resolve(role + ".password");
        if (!Files.exists(file)) {
            PrivateFile.write(file, random() + "\n");
        }
        return PrivateFile.read(file);
    }

    /** Makes the cluster where there is none. The rename at the end is what makes it exist. */
    void createIfMissing(Tuning tuning) {
        removeHalfMade();
        if (Files.isRegularFile(data().resolve("PG_VERSION"))) {
            refuseOtherVersion();
            runAs.own(data());
            return;
        }
        try {
            Path beside = folder.resolve("making");
            Files.createDirectory(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path password = beside.resolve(SUPERUSER_PASSWORD);
            PrivateFile.write(password, random() + "\n");
            runAs.own(beside);
            initdb(beside.resolve("data"), password, tuning.durable());
            Files.move(password, beside.resolve("data").resolve(SUPERUSER_PASSWORD));
            include(beside.resolve("data/postgresql.conf"));
            Files.move(beside.resolve("data"), data(), StandardCopyOption.ATOMIC_MOVE);
            removeHalfMade();
        } catch (IOException e) {
            throw new Trouble("Cannot make the database in " + folder + ": " + PrivateFile.reason(e) + ".", e);
        }
    }

    /** Our settings, written anew at each start; what the operator puts into local.conf beside wins over them. */
    void write(Tuning tuning) {
        PrivateFile.write(data().resolve("seloste.conf"), tuning.lines());
        runAs.own(data().resolve("seloste.conf"));
    }

    private void initdb(Path target, Path password, boolean durable) throws IOException {
        Path log = folder.resolve("initdb.log");
        var command = new Launch(runAs, List.of(target, binaries.program("initdb")))
                .command(List.of(
                        binaries.program("initdb").toString(),
                        "--pgdata=" + target,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        durable ? "--sync-method=fsync" : "--no-sync",
                        "--data-checksums"));
        int outcome = Launch.run(command, log);
        if (outcome != 0) {
            String said = Files.readString(log);
            throw Refusal.of("PostgreSQL could not make its files in " + folder, said, log);
        }
        Files.delete(log);
    }

    private static void include(Path config) throws IOException {
        Files.writeString(
                config, "\ninclude 'seloste.conf'\ninclude_if_exists '../local.conf'\n", StandardOpenOption.APPEND);
    }

    private void refuseOtherVersion() {
        String version = PrivateFile.read(data().resolve("PG_VERSION"));
        String ours = Binaries.VERSION.substring(0, Binaries.VERSION.indexOf('.'));
        if (!version.equals(ours)) {
            throw new Trouble("The database in " + folder + " was made by PostgreSQL " + version
                    + ", and this Seloste carries " + ours + ". Take a backup with the Seloste that made it and"
                    + " restore it into a new data folder with this one.");
        }
    }

    private void removeHalfMade() {
        Path beside = folder.resolve("making");
        if (!Files.exists(beside)) {
            return;
        }
        try (Stream<Path> all = Files.walk(beside)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new Trouble(
                    "Cannot remove the half-made database in " + beside + ": " + PrivateFile.reason(e) + ".", e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

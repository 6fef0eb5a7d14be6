package fi.seloste.store;

import fi.seloste.installation.Trouble;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The versions of the schema: those that a database has, and those that this product knows. */
public final class Migrations {

    private static final String BASELINE = "0";

    private final Address address;

    private Migrations(Address address) {
        this.address = address;
    }

    public static Migrations of(Address address) {
        return new Migrations(address);
    }

    /** Every version that this product knows; asked without a database. */
    public static List<String> known() {
        var names = java.util.regex.Pattern.compile("V(\\d+)_(\\d+)__.*\\.sql");
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql"))
                    .map(file -> names.matcher(String.valueOf(file.getFilename())))
                    .filter(java.util.regex.Matcher::matches)
                    .map(name -> name.group(1) + "." + name.group(2))
                    .sorted()
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What the database has, oldest first; nothing where it is empty. */
    public List<String> applied() {
        return versions(flyway(null).info().applied());
    }

    /** What this product would still do. */
    public List<String> pending() {
        return versions(flyway(null).info().pending());
    }

    public void migrate() {
        refuseNewer();
        try {
            flyway(null).migrate();
        } catch (FlywayValidateException other) {
            throw new Trouble(
                    "The database was written by another build of Seloste: what its schema did in version "
                            + firstOther() + " is not what this one does. Start the build that wrote it, or restore a"
                            + " backup into an empty folder.",
                    other);
        }
    }

    /** As it was in an earlier release: what a backup of that time is loaded into. */
    public void migrateTo(String version) {
        flyway(version).migrate();
    }

    /** A visitor changes nothing, so it must find what it knows. */
    void mustBeCurrent() {
        refuseNewer();
        var pending = pending();
        if (!pending.isEmpty()) {
            throw new Trouble("The database is of an older Seloste: " + pending.size() + " changes of the schema are"
                    + " still to come, the first is " + pending.getFirst()
                    + ". Start this Seloste once; it backs up and upgrades.");
        }
    }

    private void refuseNewer() {
        var unknown = Arrays.stream(flyway(null).info().all())
                .filter(i -> i.getState() == MigrationState.FUTURE_SUCCESS)
                .map(i -> String.valueOf(i.getVersion()))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Trouble("The database was written by a newer Seloste: its schema has the version "
                    + unknown.getLast() + ", which this one does not know. Start the newer one, or restore a backup"
                    + " made before the upgrade.");
        }
    }

    /** A build from another branch knows the same versions and does something else in them. */
    private String firstOther() {
        var pending = pending();
        return flyway(null).validateWithResult().invalidMigrations.stream()
                .map(invalid -> invalid.version)
                .filter(version -> !pending.contains(version))
                .findFirst()
                .orElse("?");
    }

    private static List<String> versions(MigrationInfo[] all) {
        return Arrays.stream(all)
                .map(i -> String.valueOf(i.getVersion()))
                .filter(v -> !v.equals(BASELINE))
                .toList();
    }

    private Flyway flyway(@org.jspecify.annotations.Nullable String target) {
        var how = Flyway.configure()
                .dataSource(address.url(), address.owner(), address.password())
                .locations("classpath:db/migration")
                .schemas("store")
                .createSchemas(false)
                .table("migration")
                .baselineOnMigrate(true)
                .baselineVersion(BASELINE)
                .validateMigrationNaming(true);
        return (target == null ? how : how.target(target)).load();
    }
}

package fi.seloste;

import fi.seloste.backup.Source;
import fi.seloste.backup.Swap;
import fi.seloste.installation.Access;
import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Keys;
import fi.seloste.installation.Settings;
import fi.seloste.installation.Trouble;
import fi.seloste.postgres.PostgresServer;
import fi.seloste.postgres.Tuning;
import fi.seloste.store.Address;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** What the house stands on: settings, data folder, keys, and a database that runs. */
record Ground(
        Settings settings,
        DataFolder folder,
        Keys keys,
        Address address,
        @Nullable PostgresServer server) implements AutoCloseable {

    static final String DATABASE = "seloste";

    static Ground of(Settings settings) {
        return of(settings, settings.demo());
    }

    /** For a command: beside the server where one runs, else on our own, whatever kind of data lies in the folder. */
    static Ground forCommand(Settings settings) {
        return DataFolder.isHeld(settings.data())
                ? beside(settings)
                : of(settings, settings.demo() || DataFolder.isDemo(settings.data()));
    }

    /** To look only: neither migrated, nor compiled, nor repaired, whether or not a server runs. */
    static Ground forLook(Settings settings) {
        if (DataFolder.isHeld(settings.data())) {
            return beside(settings);
        }
        if (settings.database() == null
                && !PostgresServer.isPresentIn(settings.data().resolve("cluster"))) {
            throw new Trouble("There is no register in " + settings.data() + ". Name its folder with --data.");
        }
        Ground ground = of(settings, settings.demo() || DataFolder.isDemo(settings.data()));
        return new Ground(settings, ground.folder().asVisited(), ground.keys(), ground.address(), ground.server());
    }

    private static Ground beside(Settings settings) {
        Access external = settings.database();
        DataFolder folder = DataFolder.visit(settings.data());
        Keys keys = folder.keys(settings);
        Access access = external == null ? PostgresServer.running(folder.cluster(), DATABASE) : external;
        return new Ground(settings, folder, keys, address(access, keys), null);
    }

    private static Ground of(Settings settings, boolean demo) {
        Access external = settings.database();
        DataFolder folder = DataFolder.open(settings.data(), demo);
        try {
            Swap.in(folder).settle();
            // The keys come first: no database is made for keys that cannot be kept.
            Keys keys = folder.keys(settings);
            if (external != null) {
                return new Ground(settings, folder, keys, address(external, keys), null);
            }
            PostgresServer server = PostgresServer.start(folder.cluster(), Tuning.PRODUCTION);
            return new Ground(settings, folder, keys, address(server.database(DATABASE), keys), server);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    void registerIn(ConfigurableListableBeanFactory beans) {
        beans.registerSingleton("settings", settings);
        beans.registerSingleton("dataFolder", folder);
        beans.registerSingleton("keys", keys);
        beans.registerSingleton("address", address);
    }

    /** After everything else is closed. */
    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
        folder.close();
    }

    Source source() {
        return new Source(address, folder, settings, keys, App.version());
    }

    static Address address(Access access, Keys keys) {
        byte[] secret = keys.mac(Keys.DATABASE, "logins".getBytes(StandardCharsets.UTF_8));
        return new Address(access.url(), access.user(), access.password(), secret);
    }
}

package fi.seloste;

import fi.seloste.installation.Access;
import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Keys;
import fi.seloste.installation.Settings;
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

    private static final String DATABASE = "seloste";

    static Ground of(Settings settings) {
        Access external = settings.database();
        DataFolder folder = DataFolder.open(settings.data(), settings.demo());
        try {
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

    private static Address address(Access access, Keys keys) {
        byte[] secret = keys.mac(Keys.DATABASE, "logins".getBytes(StandardCharsets.UTF_8));
        return new Address(access.url(), access.user(), access.password(), secret);
    }
}

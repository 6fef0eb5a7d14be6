package fi.seloste;

import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Keys;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.store.Address;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What the start of the product hands to the house, for tests. */
@TestConfiguration(proxyBeanMethods = false)
class TestInstallation {

    @Bean
    Address address() {
        return TestDatabase.address();
    }

    /** One set for the whole run: the template of every test's database bears their mark. */
    private static final Keys KEYS = Keys.passing();

    @Bean
    Keys keys() {
        return KEYS;
    }

    @Bean
    DataFolder dataFolder() throws IOException {
        return DataFolder.open(Passing.folder());
    }

    @Bean
    Settings settings() {
        return Settings.of(Map.of(Setting.OUTGOING_HOSTS, "127.0.0.1", Setting.DNS_SERVER, Zone.address()), Map.of());
    }

    /** Before any other, since it takes hold of the data source. */
    @Bean
    static Faults faults() {
        return new Faults();
    }

    @Bean
    TurnedClock clock() {
        return new TurnedClock();
    }
}

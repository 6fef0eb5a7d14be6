package fi.seloste.marketing;

import fi.seloste.Zone;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The house at an address that readers of mail can reach. */
@TestConfiguration(proxyBeanMethods = false)
public class PublicAddress {

    public static final String URL = "https://register.halytin.example";

    @Bean
    @Primary
    Settings publicSettings() {
        return Settings.of(
                Map.of(Setting.BASE_URL, URL, Setting.OUTGOING_HOSTS, "127.0.0.1", Setting.DNS_SERVER, Zone.address()),
                Map.of());
    }
}

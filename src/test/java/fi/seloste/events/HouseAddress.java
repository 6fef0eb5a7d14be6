package fi.seloste.events;

import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The house at an address that guests can reach. */
@TestConfiguration(proxyBeanMethods = false)
class HouseAddress {

    static final String URL = "https://register.halytin.example";

    @Bean
    @Primary
    Settings eventSettings() {
        return Settings.of(Map.of(Setting.BASE_URL, URL, Setting.MAIL_FROM, "asiakkaat@halytin.example"), Map.of());
    }
}

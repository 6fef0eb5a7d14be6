package fi.seloste;

import fi.seloste.installation.Keys;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house that stands on two versions of the key; the first is the bean {@code keys}. */
@TestConfiguration(proxyBeanMethods = false)
public class RotatedKeys {

    @Bean
    @Primary
    Keys newer(@Qualifier("keys") Keys keys) {
        return keys.rotated(Keys.SUPPRESSION);
    }

    /** The next class has the first version only, and may be given this very database. */
    @Bean
    ApplicationRunner noMarkForOthers(Purposes purposes, JdbcClient jdbc) {
        return _ -> purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("delete from store.setting where name in ('key-mark.2', 'keys-renewed')")
                        .update());
    }
}

package fi.seloste.store;

import fi.seloste.installation.Settings;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The address of this house as people see it, for links in letters: as the operator named it, else where the server listens. */
@Component
public class PublicAddress {

    private final Settings settings;
    private final Environment environment;

    PublicAddress(Settings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    public String of(String path) {
        return settings.publicUrl(environment.getProperty("local.server.port")) + path;
    }
}

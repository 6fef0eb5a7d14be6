package fi.seloste.store;

import fi.seloste.installation.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The address of this house as people see it, for links in letters: as the operator named it, else where the server listens. */
@Component
public class PublicAddress {

    private final Settings settings;
    private final Environment environment;
    /** Once it is known where the server listens it does not change, and a campaign's message asks for it a dozen times. */
    private volatile @Nullable String base;

    PublicAddress(Settings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    public String of(String path) {
        var known = base;
        return (known == null ? found() : known) + path;
    }

    private String found() {
        var listening = environment.getProperty("local.server.port");
        var found = settings.publicUrl(listening);
        if (listening != null) {
            base = found;
        }
        return found;
    }
}

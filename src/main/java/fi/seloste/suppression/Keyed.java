package fi.seloste.suppression;

import fi.seloste.installation.Keys;
import java.util.List;
import org.springframework.stereotype.Component;

/** The one key of this module, in all its versions. */
@Component
class Keyed {

    private final Keys keys;

    Keyed(Keys keys) {
        this.keys = keys;
    }

    int version() {
        return keys.version(Keys.SUPPRESSION);
    }

    List<Integer> versions() {
        return keys.versions(Keys.SUPPRESSION);
    }

    byte[] mac(int version, byte[]... parts) {
        return keys.mac(Keys.SUPPRESSION, version, parts);
    }
}

package fi.seloste.ui;

import java.util.List;
import java.util.UUID;

/** What a module above can do with a person whose page is open; each adds a bean with its own. */
@FunctionalInterface
public interface Offers {

    List<Offer> to(UUID person);

    /** The key of its words, where it leads, and the permission that it takes. */
    record Offer(String key, String url, String icon, String permission) {}
}

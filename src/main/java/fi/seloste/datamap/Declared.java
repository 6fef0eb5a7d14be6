package fi.seloste.datamap;

import fi.seloste.store.Purpose;
import java.util.Set;

/** What the notice in force declares, as far as access depends on it. */
public interface Declared {

    /** The staff purposes that a category serves; none where the notice does not know the category. */
    Set<Purpose> purposesOf(String category);
}

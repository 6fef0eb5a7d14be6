package fi.seloste.datamap;

import fi.seloste.store.Purpose;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is declared until a notice is published. */
@Component
class EverythingDeclared implements Declared {

    private static final Map<String, Set<Purpose>> PURPOSES = Map.of(
            "contact-information", EnumSet.copyOf(Purpose.ofStaff()),
            "contact-changes", EnumSet.of(Purpose.CUSTOMER, Purpose.SUPPORT),
            "organisations", EnumSet.copyOf(Purpose.ofStaff()),
            "relationship-notes", EnumSet.of(Purpose.CUSTOMER),
            "files", EnumSet.of(Purpose.CUSTOMER));

    @Override
    public Set<Purpose> purposesOf(String category) {
        return PURPOSES.getOrDefault(category, Set.of());
    }
}

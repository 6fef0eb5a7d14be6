package fi.seloste.register;

import fi.seloste.store.Purpose;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The door to what the running notice lets be seen: in which purposes people are read at all. */
@Component
public class Sight {

    private final Readable readable;

    Sight(Readable readable) {
        this.readable = readable;
    }

    /** Those of these purposes that read people; the others would see an empty house. */
    public Set<Purpose> ofPeople(Collection<Purpose> purposes) {
        return readable.purposesOf("register.person", purposes);
    }

    public Set<Purpose> ofOrganisations(Collection<Purpose> purposes) {
        return readable.purposesOf("register.organisation", purposes);
    }
}

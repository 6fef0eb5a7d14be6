package fi.seloste.rights;

import fi.seloste.base.PersonId;
import org.springframework.stereotype.Component;

/** Tells the pages of other modules whose own page a link opens, for the hour in which it does. */
@Component
public class OpenedPages {

    private final Asking asking;

    OpenedPages(Asking asking) {
        this.asking = asking;
    }

    public PersonId person(String link) {
        return asking.open(link, "own").person();
    }
}

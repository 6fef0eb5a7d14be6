package fi.seloste.notice;

import fi.seloste.ui.House;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Public pages are in the name of the controller whom the notice in force names (Art. 13(1)(a)). */
@Component
class Named implements House {

    private final Notice notice;

    Named(Notice notice) {
        this.notice = notice;
    }

    @Override
    public String controllerName(Locale locale) {
        return notice.inForce().controller().identity().name();
    }
}

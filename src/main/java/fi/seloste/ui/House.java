package fi.seloste.ui;

import java.util.Locale;

/** What the frame tells of the controller (Art. 4(7)) on public pages; one bean from above. */
@FunctionalInterface
public interface House {

    String controllerName(Locale locale);
}

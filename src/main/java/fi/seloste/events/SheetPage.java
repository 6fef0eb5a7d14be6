package fi.seloste.events;

import fi.seloste.ui.View;
import java.util.List;

/** The list on paper. */
public record SheetPage(Event event, String name, String when, List<Participation> guests, int hidden, String as)
        implements View {}

package fi.seloste.directory;

import fi.seloste.ui.Said;
import fi.seloste.ui.View;

/** Why the directory opened no door, and what to do. */
public record FailedPage(int status, Said why) implements View {

    static FailedPage of(NotLetIn e) {
        return new FailedPage(e.status(), e.why());
    }
}

package fi.seloste.directory;

import fi.seloste.ui.Said;
import fi.seloste.ui.View;

/** Why the directory opened no door, and what to do. {@code inside}: whoever sees it is signed in and came from their account. */
public record FailedPage(int status, Said why, boolean inside) implements View {

    static FailedPage of(NotLetIn e, boolean inside) {
        return new FailedPage(e.status(), e.why(), inside);
    }
}

package fi.seloste.cards;

import fi.seloste.ui.View;

/** Before something is taken away: what it is, and that only the history will know of it. */
public record RemovalPage(Viewpoint at, String title, String what, String below) implements View {

    public String url() {
        return at.to(below);
    }

    @Override
    public String as() {
        return at.purpose().code();
    }
}

package fi.seloste.marketing;

import fi.seloste.ui.View;

/** How many fit an audience, for a page that did not wait for it. */
public record CountPage(int people) implements View {

    @Override
    public String template() {
        return "marketing/count-part";
    }

    @Override
    public String as() {
        return "marketing";
    }
}

package fi.seloste.marketing;

import fi.seloste.ui.View;

/** The part of an audience's page that says whom it reaches and who is left out. */
public record ReachPage(Targeting.Reach reach) implements View {

    @Override
    public String template() {
        return "marketing/reach-part";
    }

    @Override
    public String as() {
        return "marketing";
    }
}

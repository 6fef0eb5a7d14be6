package fi.seloste.newsletters;

import fi.seloste.ui.View;

/** What whoever reads an address is asked, and what came of the answer. */
public record ConfirmPage(String token, Confirming.Asked asked) implements View {

    public String state() {
        return asked.state().code();
    }
}

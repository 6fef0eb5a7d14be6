package fi.seloste.senders;

import fi.seloste.ui.View;

/** What goes with a sender. */
public record SenderRemovalPage(Sender sender) implements View {

    public String url() {
        return "/senders/" + sender.id();
    }
}

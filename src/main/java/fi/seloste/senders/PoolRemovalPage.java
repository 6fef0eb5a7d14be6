package fi.seloste.senders;

import fi.seloste.ui.View;

/** What goes with a pool. */
public record PoolRemovalPage(Pool pool) implements View {

    public String url() {
        return "/senders/pools/" + pool.id();
    }
}

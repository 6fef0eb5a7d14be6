package fi.seloste.senders;

import fi.seloste.ui.View;
import java.util.List;

/** Every sender there is, and every pool of servers. */
public record SenderListPage(List<Sender> senders, List<Pool> pools) implements View {}

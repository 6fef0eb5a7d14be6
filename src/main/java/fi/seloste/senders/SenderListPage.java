package fi.seloste.senders;

import fi.seloste.ui.View;
import java.util.List;

/** Every sender there is. */
public record SenderListPage(List<Sender> senders) implements View {}

package fi.seloste.staff;

import fi.seloste.ui.View;
import java.util.List;

/** The codes for paper, shown this once. */
public record RecoveryPage(List<String> codes) implements View {}

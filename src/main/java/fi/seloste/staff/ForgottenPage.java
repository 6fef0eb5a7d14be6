package fi.seloste.staff;

import fi.seloste.ui.View;

/** A letter for a forgotten password. */
public record ForgottenPage(boolean sent) implements View {}

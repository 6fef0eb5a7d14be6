package fi.seloste.cards;

import fi.seloste.ui.View;

/** The organisations that a half-written name may mean, as a part of a form. */
public record ChoicesPage(Employer employer) implements View {}

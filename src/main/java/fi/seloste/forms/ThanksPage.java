package fi.seloste.forms;

import fi.seloste.ui.View;

/** What stands where a form was sent. It is the same whoever sent it: whether an address is known is told to nobody but its reader, by mail. */
public record ThanksPage(Content.Heading heading, String language, String next, FormPage.Look look) implements View {}

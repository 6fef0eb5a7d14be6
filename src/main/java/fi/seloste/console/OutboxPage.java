package fi.seloste.console;

import fi.seloste.store.Mail;
import fi.seloste.ui.View;
import java.util.List;

/** The letters that left, wait or failed, newest first. */
public record OutboxPage(List<Mail.Sent> letters, boolean delivers) implements View {}

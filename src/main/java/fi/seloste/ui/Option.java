package fi.seloste.ui;

/** What can be chosen in a field. */
public record Option(String value, String label) {}

package fi.seloste.ui;

/** A page above this one. */
public record Crumb(String label, String url) {}

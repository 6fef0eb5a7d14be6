package fi.seloste.ui;

/** One of several pages about the same thing. */
public record Tab(String label, String url, boolean here) {}

package fi.seloste.ui;

/** A stage of something that goes through stages. */
public record Step(String label, boolean done, boolean now) {}

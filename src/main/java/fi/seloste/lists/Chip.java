package fi.seloste.lists;

import fi.seloste.ui.Said;

/** A filter in words, and the address of the list without it, or with it where it is only offered. */
public record Chip(Said said, String url, boolean on) {}

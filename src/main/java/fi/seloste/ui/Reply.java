package fi.seloste.ui;

/** What a handler of pages answers: a page to show, or another address to go to. */
public sealed interface Reply permits View, Redirect, Elsewhere {}

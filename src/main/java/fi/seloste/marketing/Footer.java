package fi.seloste.marketing;

/** What stands at the end of every message, whoever wrote it: why, from whom, the notice, and the way out. */
record Footer(String html, String text) {}

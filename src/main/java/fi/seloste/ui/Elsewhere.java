package fi.seloste.ui;

import java.net.URI;

/** Leads the browser to another site, which the house itself chose: never to an address that came in with the request. */
public record Elsewhere(URI url) implements Reply {}

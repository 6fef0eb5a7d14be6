package fi.seloste.events;

import java.util.UUID;

/** A campaign that was made for an event: to invite, to thank, or to write to those who did not come. */
public record Invitation(UUID campaign, String kind, String name, String state) {}

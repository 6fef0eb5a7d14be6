package fi.seloste.lists;

import fi.seloste.store.Purpose;
import java.util.List;
import java.util.UUID;

/** What is to be done to whom, from which list, in which purpose; the tag, owner or reason as it was written. */
record Wish(ListAddress at, Purpose purpose, ChosenAct act, List<UUID> ids, String written) {}

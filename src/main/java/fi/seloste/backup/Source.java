package fi.seloste.backup;

import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Keys;
import fi.seloste.installation.Settings;
import fi.seloste.store.Address;

/** An installation: where its database is, the folder beside it, its settings and keys, and the Seloste that speaks. */
public record Source(Address address, DataFolder folder, Settings settings, Keys keys, String product) {}

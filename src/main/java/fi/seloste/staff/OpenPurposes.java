package fi.seloste.staff;

import fi.seloste.store.Purpose;

/**
 * Whether anybody may work in a purpose at all, as the notice in force declares it; filled from above. What nobody declared to the
 * people concerned is off, whoever holds the permission (Art. 5(1)(b)).
 */
@FunctionalInterface
public interface OpenPurposes {

    boolean isOpen(Purpose purpose);
}

package fi.seloste.rights;

import fi.seloste.base.PersonId;

/** Whoever keeps consents lets a withdrawal (Art. 7(3)) reach them, and says how many it ended. */
public interface Withdrawing {

    /** How many consents of the person are in force. */
    long inForce(PersonId person);

    long withdrawAll(PersonId person);
}

package fi.seloste.retention;

import fi.seloste.base.PersonId;
import java.util.Collection;
import java.util.Set;

/** Something that stops the removal of people whose time is over; filled from above. Asked in the transaction that removes. */
public interface Obstacle {

    /** The code of a restriction of use that a person asked for (Art. 18). */
    String RESTRICTED = "restricted";

    /** The last part of the key that says what it is. */
    String code();

    Set<PersonId> among(Collection<PersonId> people);
}

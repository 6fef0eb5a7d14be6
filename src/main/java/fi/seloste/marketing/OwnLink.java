package fi.seloste.marketing;

import fi.seloste.base.PersonId;

/**
 * A link in messages that is each reader's own. A module that has such links adds a bean: the words of a campaign carry the address that everybody may
 * use, and in each message it becomes its reader's. In previews, tests and wherever it is handed on, the address leads where it led everybody.
 */
public interface OwnLink {

    /** How the addresses begin that this module knows; after it stands a name of small letters, digits and hyphens. */
    String beginning();

    /** The address by which one reader comes there; called for each message, so it asks nobody. */
    String of(String name, PersonId reader);
}

package fi.seloste.register;

/** What somebody may do with a person or an organisation in a purpose, as the database grants it. */
public enum Ability {
    SEE_PEOPLE,
    SEE_ORGANISATIONS,
    /** Change who they are, how they are reached and where they work. */
    EDIT,
    TAG_PEOPLE,
    TAG_ORGANISATIONS,
    /** Fill in the fields of this company's own. */
    VALUES,
    /** Read the history of each field. */
    HISTORY,
    /** Write notes, calls, meetings and tasks down. */
    NOTE,
    /** Say that two are one, or that they are two. */
    MERGE,
    BAN,
    LIFT,
    /** Ban marketing to everybody at an organisation, by its word, and lift such a ban. */
    BAN_FIRM,
    LIFT_FIRM,
    /** Declare fields of this company's own. */
    FIELDS
}

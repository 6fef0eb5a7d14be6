package fi.seloste.datamap;

import java.util.Locale;
import java.util.Set;

/** A column and what kind of thing it keeps. */
public record Column(String name, Kind kind) {

    /** What a column keeps, seen from the person. */
    public enum Kind {
        KEY,
        /** The person the row is about. */
        SUBJECT,
        /** An array of persons the row is about. */
        SUBJECTS,
        /** The person that this one turned out to be: the row is an alias. */
        ALIAS,
        REF,
        CONTACT,
        NAME,
        FREE_TEXT,
        PERSONAL,
        FINGERPRINT,
        /** Words for searching only: nobody may read them. */
        SEARCH,
        BLOB,
        TIME,
        CODE,
        /** Data of an employee, not of the person the row is about. */
        STAFF,
        /** What an employee is called; it goes when nothing needs it any more, and the id stays as a pseudonym. */
        STAFF_NAME,
        NOT_PERSONAL,
        SECRET;

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Whether it can hold the person's own values and goes into a copy as such. */
        public boolean isPersonal() {
            return Set.of(CONTACT, NAME, FREE_TEXT, PERSONAL).contains(this);
        }

        /** Nobody but the database's own functions reads it. */
        boolean isUnread() {
            return this == SEARCH;
        }
    }
}

package fi.seloste.base;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who acts: a staff member, a program with a token, the data subject, or the system itself. */
public record Actor(Kind kind, @Nullable UUID id, String name) {

    public enum Kind {
        STAFF,
        TOKEN,
        SUBJECT,
        SYSTEM
    }

    public static Actor staff(AccountId account, String name) {
        return new Actor(Kind.STAFF, account.value(), name);
    }

    /** The account of an employee; nothing of programs, of people themselves and of the system. */
    public @Nullable UUID staff() {
        return kind == Kind.STAFF ? id : null;
    }

    public static Actor system(String part) {
        return new Actor(Kind.SYSTEM, null, part);
    }

    public static Actor subject(PersonId person) {
        return new Actor(Kind.SUBJECT, person.value(), "subject");
    }
}

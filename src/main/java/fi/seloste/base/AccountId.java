package fi.seloste.base;

import java.util.UUID;

/** A staff member's account. The id says nothing about what it names. */
public record AccountId(UUID value) {

    public static AccountId next() {
        return new AccountId(Ids.next());
    }

    public static AccountId valueOf(String text) {
        try {
            return new AccountId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("account");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

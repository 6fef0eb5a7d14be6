package fi.seloste.register;

import fi.seloste.base.AccountId;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an employee wrote down of a person or an organisation. */
public record Note(
        UUID id,
        int version,
        Kind kind,
        String text,
        Instant at,
        @Nullable LocalDate dueOn,
        @Nullable Instant doneAt,
        @Nullable Instant pinnedAt,
        @Nullable AccountId writtenBy,
        String writtenByName) {

    public enum Kind {
        NOTE,
        CALL,
        MEETING,
        MAIL,
        TASK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String code) {
            try {
                return valueOf(code.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("kind", "register.note.kind", code);
            }
        }

        /** The person took part, so the relationship lives and its end moves. */
        public boolean isActOfPerson() {
            return this == CALL || this == MEETING;
        }
    }

    /** A note to be written; a call or meeting happened at a time, a task is due on a day. */
    public record New(
            Kind kind,
            String text,
            @Nullable Instant at,
            @Nullable LocalDate dueOn) {

        public New {
            text = text.strip();
            if (text.isEmpty()) {
                throw Problem.invalid("text", "register.note.empty");
            }
            Length.TEXT.checked("text", text);
        }

        public static New of(Kind kind, String text) {
            return new New(kind, text, null, null);
        }
    }

    public boolean isOpenTask() {
        return kind == Kind.TASK && doneAt == null;
    }
}

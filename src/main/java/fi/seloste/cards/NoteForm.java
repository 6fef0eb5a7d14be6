package fi.seloste.cards;

import fi.seloste.register.Note;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is written down: of which kind, when it happened, when it is due. */
public record NoteForm(
        @Nullable String kind,
        @Nullable String text,
        @Nullable String at,
        @Nullable String dueOn,
        @Nullable Integer version) {

    Note.New note(ZoneId zone) {
        var wanted = Note.Kind.of(Objects.requireNonNullElse(kind, "note"));
        return new Note.New(
                wanted,
                words(),
                wanted.isActOfPerson() || wanted == Note.Kind.MAIL ? Days.moment("at", at, zone) : null,
                wanted == Note.Kind.TASK ? Days.day("dueOn", dueOn) : null);
    }

    String words() {
        return Objects.requireNonNullElse(text, "");
    }

    NoteForm shown() {
        return new NoteForm(
                Objects.requireNonNullElse(kind, "note"),
                Objects.requireNonNullElse(text, ""),
                Objects.requireNonNullElse(at, ""),
                Objects.requireNonNullElse(dueOn, ""),
                version);
    }
}

package fi.seloste.forms;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody sent and of whom it is not known yet who it is. */
public record Arrival(UUID id, UUID form, UUID edition, Sender sender, List<Filled.Answer> answers, Course course) {

    /** As it was typed; nobody has shown that the address is theirs. */
    public record Sender(String email, String name, String language, boolean worked) {}

    public record Course(
            State state,
            Instant sentAt,
            @Nullable Instant askedAt,
            @Nullable Instant confirmedAt) {}

    public enum State {
        RECEIVED,
        /** A letter with a link went to the address. */
        ASKED,
        /** Too many letters went there already. */
        UNASKED,
        CONFIRMED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state() {
        return course.state();
    }

    String answer(String field) {
        return answers.stream()
                .filter(one -> one.field().equals(field))
                .findFirst()
                .map(Filled.Answer::value)
                .orElse("");
    }

    boolean agreesToSomething() {
        return answers.stream().anyMatch(one -> one.wording() != null);
    }
}

package fi.seloste.events;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a guest's calendar program answers to an invitation (RFC 5546, 3.2.3): to which, for whom and what, and by which address it found us. */
record CalendarReply(
        UUID participation, String attendee, Answer answer, Version version, String words, List<String> addresses) {

    enum Answer {
        ACCEPTED,
        DECLINED,
        TENTATIVE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Others, such as of somebody who sends somebody else, say nothing of a place. */
        static Optional<Answer> of(String said) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equalsIgnoreCase(said))
                    .findFirst();
        }
    }

    /** Which invitation it answers, and when it was given: what orders several answers. Programs leave the one or the other out. */
    record Version(@Nullable Integer sequence, @Nullable Instant stampedAt) {}
}

package fi.seloste.rights;

import fi.seloste.base.Deadline;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that came to the privacy address, and what became of it. It counts from the day it arrived (Art. 12(3): "within one month of
 * receipt of the request"), however long it lies here.
 */
public record Arrival(
        UUID id,
        UUID message,
        State state,
        LocalDate receivedOn,
        @Nullable RequestId request,
        @Nullable String reason,
        @Nullable Instant decidedAt) {

    public enum State {
        WAITING,
        TAKEN,
        JOINED,
        SET_ASIDE;

        static State of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("state", "rights.inbox.state.unknown", code));
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** When it would have to be answered, if it is a request. */
    public LocalDate dueOn(LocalDate today) {
        return Deadline.ofAnswer(receivedOn, List.of(), today).due();
    }

    /** Whatever is set aside can be taken up again; what became part of a request stays there. */
    void mustBeUndecided() {
        if (state == State.TAKEN || state == State.JOINED) {
            throw Problem.conflict("rights.inbox.decided");
        }
    }
}

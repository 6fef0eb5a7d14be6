package fi.seloste.marketing;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A second person's word on a campaign. The seal says what exactly was looked at: nothing else leaves upon it. */
public record Approval(
        UUID id,
        UUID campaign,
        State state,
        Asking asking,
        @Nullable Decision decision) {

    public enum State {
        /** A colleague is to look at it. */
        ASKED,
        APPROVED,
        /** Given back with a reason. */
        RETURNED,
        /** Whoever asked wants it no more. */
        WITHDRAWN,
        /** What was looked at has changed since. */
        LAPSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        boolean isOpen() {
            return this == ASKED || this == APPROVED;
        }
    }

    /** What somebody asks: whom, where it is not everybody who may send; with which words; and when it is to leave, where not as soon as somebody sends it. */
    public record Wish(
            @Nullable UUID of, String note, @Nullable Instant startsAt) {

        public Wish {
            note = Length.LINE.checked("note", note.strip());
            // As fine as the database keeps it.
            startsAt = startsAt == null ? null : startsAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Who asked and when, and what lay there then: its seal and how many people it reached. */
    public record Asking(Instant at, @Nullable UUID by, Wish wish, Look look) {}

    /** What exactly would leave, and to how many. */
    public record Look(String seal, int people) {}

    /** A campaign that waits for somebody's word. */
    public record Waiting(UUID campaign, String name) {}

    public record Decision(Instant at, UUID by, String reason) {}

    public boolean isAsked() {
        return state == State.ASKED;
    }

    public boolean isApproved() {
        return state == State.APPROVED;
    }

    /** Whether somebody is to look at it: never whoever asked, and where one was named no other. */
    public boolean isFor(UUID account) {
        return isAsked()
                && !account.equals(asking.by())
                && (asking.wish().of() == null || account.equals(asking.wish().of()));
    }

    void mustBeFor(UUID account) {
        if (!isAsked()) {
            throw Problem.conflict("marketing.approval.notAsked." + state.code());
        }
        if (account.equals(asking.by())) {
            throw Problem.notAllowed("marketing.approval.own");
        }
        if (!isFor(account)) {
            throw Problem.notAllowed("marketing.approval.ofOther");
        }
    }
}

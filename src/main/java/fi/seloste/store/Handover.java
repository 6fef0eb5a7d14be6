package fi.seloste.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of handing a message over, with the mail server's code and words where it gave any. The words are for reading codes in, not for showing. */
public record Handover(
        Outcome outcome, int code, String words, @Nullable Instant until) {

    private static final int CLOSED = 421;

    public enum Outcome {
        /** The server took it upon itself. */
        TAKEN,
        /** Not now (RFC 5321: 4yz); it was not taken. */
        LATER,
        /** Never (5yz). */
        REFUSED,
        /** The line broke while it was being handed over: it may have been taken. */
        UNCERTAIN,
        /** It was not tried: whoever it is for waits until then, and others go on. */
        HELD
    }

    static Handover taken() {
        return new Handover(Outcome.TAKEN, 250, "", null);
    }

    public static Handover held(Instant until) {
        return new Handover(Outcome.HELD, 0, "", until);
    }

    /** Whether the server spoke of itself and not of the message: it ends the line. */
    public boolean isOfTheLine() {
        return code == CLOSED;
    }

    /** By the code that the server answered; without one nobody knows. */
    static Handover of(int code) {
        return of(code, "");
    }

    /** As {@link #of(int)}, with what the server said, for whoever can read an enhanced code in it. */
    static Handover of(int code, String words) {
        var outcome = code >= 500 && code < 600
                ? Outcome.REFUSED
                : code >= 400 && code < 500 ? Outcome.LATER : Outcome.UNCERTAIN;
        return new Handover(outcome, code, words, null);
    }
}

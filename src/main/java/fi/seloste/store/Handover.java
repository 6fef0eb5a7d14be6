package fi.seloste.store;

/** What became of handing a message over, and the mail server's code where it gave one. */
public record Handover(Outcome outcome, int code) {

    public enum Outcome {
        /** The server took it upon itself. */
        TAKEN,
        /** Not now (RFC 5321: 4yz); it was not taken. */
        LATER,
        /** Never (5yz). */
        REFUSED,
        /** The line broke while it was being handed over: it may have been taken. */
        UNCERTAIN
    }

    static Handover taken() {
        return new Handover(Outcome.TAKEN, 250);
    }

    /** By the code that the server answered; without one nobody knows. */
    static Handover of(int code) {
        if (code >= 500 && code < 600) {
            return new Handover(Outcome.REFUSED, code);
        }
        return code >= 400 && code < 500 ? new Handover(Outcome.LATER, code) : new Handover(Outcome.UNCERTAIN, code);
    }
}

package fi.seloste.consents;

import java.time.Instant;
import java.util.UUID;

/** The words that people are asked by, in one language; what is changed is the next version. */
public record Wording(UUID id, Aim aim, Text text, int version, Instant madeAt) {

    /** The exact words and their language. */
    public record Text(String words, String language) {}
}

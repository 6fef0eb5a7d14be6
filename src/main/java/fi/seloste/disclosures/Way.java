package fi.seloste.disclosures;

import fi.seloste.base.Problem;
import java.util.Arrays;
import java.util.Locale;

/** How somebody was told that an authority asked for their data. */
public enum Way {
    /** By our own letter, by mail. */
    LETTER,
    POST,
    SPOKEN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What staff note; a letter of ours is sent, not noted. */
    static Way noted(String code) {
        return Arrays.stream(values())
                .filter(way -> way != LETTER && way.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("how", "disclosures.telling.how.unknown", code));
    }
}

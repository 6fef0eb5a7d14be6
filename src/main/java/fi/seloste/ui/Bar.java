package fi.seloste.ui;

import org.jspecify.annotations.Nullable;

/** One of several numbers that people compare: what it is, how much, in words, and where it leads. */
public record Bar(
        String label, double value, String text, @Nullable String url) {

    public static Bar of(String label, double value, String text) {
        return new Bar(label, value, text, null);
    }
}

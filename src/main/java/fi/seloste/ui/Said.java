package fi.seloste.ui;

import java.util.List;

/** A sentence not yet in a language: the key of a text and what goes into it. */
public record Said(String key, List<Object> arguments) {

    public Said {
        arguments = List.copyOf(arguments);
    }

    public static Said of(String key, Object... arguments) {
        return new Said(key, List.of(arguments));
    }
}

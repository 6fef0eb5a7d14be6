package fi.seloste.notice;

import com.fasterxml.jackson.annotation.JsonValue;
import fi.seloste.base.Sentence;
import fi.seloste.base.Worded;
import java.util.Locale;

/** A fixed word of the declaration: written with hyphens in YAML and JSON, and named in the messages. */
public interface Coded extends Worded {

    String name();

    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The part of the message keys that names this kind of word. */
    String kind();

    default Sentence words() {
        return Sentence.of("notice." + kind() + "." + code());
    }

    @Override
    default String in(Locale language) {
        return words().in(language);
    }
}

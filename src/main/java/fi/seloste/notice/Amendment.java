package fi.seloste.notice;

import fi.seloste.base.Sentence;
import fi.seloste.base.Worded;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One difference between two versions of the notice. A material one must be brought to people actively (WP260 rev.01, para. 29): a note
 * that the notice may change is not enough. {@code label} is where it
 * stands, in words; {@code groups} are those it concerns, by id.
 */
public record Amendment(String path, Worded label, Kind kind, Values values, boolean material, Set<String> groups)
        implements Worded {

    public enum Kind implements Coded {
        ADDED,
        REMOVED,
        CHANGED;

        @Override
        public String kind() {
            return "amendment";
        }
    }

    public record Values(Optional<Worded> before, Optional<Worded> after) {}

    @Override
    public String in(Locale language) {
        return Sentence.of(
                        "notice.amendment." + kind.code(),
                        label,
                        values.before().map(value -> value.in(language)).orElse(""),
                        values.after().map(value -> value.in(language)).orElse(""))
                .in(language);
    }
}

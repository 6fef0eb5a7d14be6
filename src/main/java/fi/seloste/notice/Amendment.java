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

    /** What publishing itself changes: the day of the update, and the day somebody vouched. */
    public boolean isOfPublication() {
        return Set.of("heading.days.updated", "heading.attested.on").contains(path);
    }

    /** A list of which only some is new, or gone, is said as that. */
    private Kind said() {
        return values.before().isEmpty() ? Kind.ADDED : values.after().isEmpty() ? Kind.REMOVED : kind;
    }

    public record Values(Optional<Worded> before, Optional<Worded> after) {}

    @Override
    public String in(Locale language) {
        return Sentence.of(
                        "notice.amendment." + said().code(),
                        label,
                        values.before().map(value -> value.in(language)).orElse(""),
                        values.after().map(value -> value.in(language)).orElse(""))
                .in(language);
    }
}

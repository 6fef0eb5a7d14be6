package fi.seloste.notice;

import fi.seloste.base.Sentence;
import fi.seloste.base.Worded;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One difference between two versions of the notice. A material one must be brought to people actively (WP260 rev.01, para. 29): a note
 * that the notice may change is not enough. {@code groups} are those it concerns, by id.
 */
public record Amendment(String path, Kind kind, Values values, boolean material, Set<String> groups) implements Worded {

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
                        label(),
                        values.before().map(value -> value.in(language)).orElse(""),
                        values.after().map(value -> value.in(language)).orElse(""))
                .in(language);
    }

    /** Where it is, in the reader's words as far as we have them: the section and the field. */
    public Worded label() {
        var parts = List.of(path.split("\\.", -1));
        return language -> {
            var section = Sentence.of("notice.section." + parts.getFirst()).in(language);
            var named = parts.size() > 1 ? " › " + String.join(" › ", parts.subList(1, parts.size())) : "";
            return section + named;
        };
    }
}

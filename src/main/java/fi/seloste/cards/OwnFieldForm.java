package fi.seloste.cards;

import fi.seloste.base.Problem;
import fi.seloste.register.CustomField;
import fi.seloste.register.Filing;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A field of this company's own as it is written down: what it is, as {@code person:contact-tags}; what can be chosen stands one on a line. */
public record OwnFieldForm(
        @Nullable String belongs,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String choices,
        @Nullable Integer position) {

    static OwnFieldForm empty() {
        return new OwnFieldForm("person:" + Filing.NOTES.category(), "", "text", "", null);
    }

    static OwnFieldForm of(CustomField field) {
        return new OwnFieldForm(
                field.entity().code() + ":" + field.category(),
                field.name(),
                field.kind().code(),
                String.join("\n", field.choices()),
                field.position());
    }

    public OwnFieldForm shown() {
        return new OwnFieldForm(text(belongs), text(name), text(kind), text(choices), position);
    }

    CustomField.New field() {
        var parts = text(belongs).split(":", 2);
        var holder = Arrays.stream(CustomField.Holder.values())
                .filter(h -> h.code().equals(parts[0]) && parts.length == 2)
                .findFirst()
                .orElseThrow(() -> Problem.invalid("belongs", "cards.own.belongs.missing"));
        return new CustomField.New(holder, text(name), CustomField.Kind.of(text(kind)), parts[1], listed());
    }

    /** The category alone, of a field that is there; null where nothing is said of it. */
    @Nullable
    String category() {
        var said = text(belongs);
        return said.isEmpty() ? null : said.substring(said.indexOf(':') + 1);
    }

    List<String> listed() {
        return text(choices)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "").strip();
    }
}

package fi.seloste.cards;

import fi.seloste.base.Problem;
import fi.seloste.register.CustomField;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A field of this company's own as it is written down; what can be chosen stands one on a line. */
public record OwnFieldForm(
        @Nullable String entity,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String choices,
        @Nullable Integer position) {

    static OwnFieldForm empty() {
        return new OwnFieldForm("person", "", "text", "", null);
    }

    static OwnFieldForm of(CustomField field) {
        return new OwnFieldForm(
                field.entity().code(),
                field.name(),
                field.kind().code(),
                String.join("\n", field.choices()),
                field.position());
    }

    public OwnFieldForm shown() {
        return new OwnFieldForm(text(entity), text(name), text(kind), text(choices), position);
    }

    CustomField.New field(String category) {
        var holder = Arrays.stream(CustomField.Holder.values())
                .filter(h -> h.code().equals(text(entity)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("entity", "register.view.entity", text(entity)));
        return new CustomField.New(holder, text(name), CustomField.Kind.of(text(kind)), category, listed());
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

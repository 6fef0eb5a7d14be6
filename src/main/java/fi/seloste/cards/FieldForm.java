package fi.seloste.cards;

import fi.seloste.register.Edit;
import fi.seloste.register.Source;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A new value, with the one that its editor saw. */
public record FieldForm(
        @Nullable String value,
        @Nullable String was,
        @Nullable Integer version,
        @Nullable String source) {

    String wanted() {
        return Objects.requireNonNullElse(value, "").strip();
    }

    String seen() {
        return Objects.requireNonNullElse(was, "");
    }

    <F> Edit<F> edit(F field) {
        return new Edit<>(
                Map.of(field, wanted()), version, source == null || source.isBlank() ? null : Source.of(source));
    }

    FieldForm against(int newer) {
        return new FieldForm(value, was, newer, source);
    }
}

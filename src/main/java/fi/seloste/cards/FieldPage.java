package fi.seloste.cards;

import fi.seloste.register.Both;
import fi.seloste.register.Change;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import org.jspecify.annotations.Nullable;

/** One field in its form; after somebody else was quicker it shows both values and lets one choose. */
public record FieldPage(
        Viewpoint at,
        Field field,
        FieldForm form,
        Errors errors,
        @Nullable Both both,
        @Nullable Change newest) implements View {

    public String url() {
        return at.to("/fields/" + field.code());
    }

    public String value() {
        return form.wanted();
    }

    /** How a value reads: an employee's or a language's name in the place of its code. */
    public String shown(@Nullable String value) {
        if (value == null) {
            return "";
        }
        return field.options().stream()
                .filter(o -> o.value().equals(value))
                .map(fi.seloste.ui.Option::label)
                .findFirst()
                .orElse(value);
    }

    @Override
    public int status() {
        return both != null ? 409 : errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return at.purpose().code();
    }
}

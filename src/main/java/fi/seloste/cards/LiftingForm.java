package fi.seloste.cards;

import fi.seloste.base.Problem;
import fi.seloste.register.Wish;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The person's wish as the form sends it. */
public record LiftingForm(
        @Nullable String how, @Nullable String on, @Nullable String reason) {

    static LiftingForm empty() {
        return new LiftingForm("", "", "");
    }

    Wish wish() {
        var day = Days.day("on", on);
        if (day == null) {
            throw Problem.invalid("on", "cards.lift.on.missing");
        }
        return new Wish(Wish.How.of(Objects.requireNonNullElse(how, "")), day, Objects.requireNonNullElse(reason, ""));
    }
}

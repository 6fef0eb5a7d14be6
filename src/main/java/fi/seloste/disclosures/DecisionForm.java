package fi.seloste.disclosures;

import fi.seloste.base.Length;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent to decide upon a demand, by the form and by programs. */
public record DecisionForm(
        @Nullable String decision,
        @Nullable String reason,
        @Nullable List<String> categories,
        @Nullable String how,
        @Nullable String sentOn) {

    static DecisionForm empty(LocalDate today) {
        return new DecisionForm("", "", List.of(), "", today.toString());
    }

    /** Of what was refused nothing went anywhere. */
    Disclosure.Answer answer() {
        var decided = Decision.of(Typed.shown(decision));
        return new Disclosure.Answer(
                decided,
                Typed.needed("reason", reason, Length.TEXT),
                decided == Decision.REFUSED ? List.of() : chosen(),
                Typed.maybe("how", how, Length.LINE),
                Typed.day("sentOn", sentOn));
    }

    public List<String> chosen() {
        return categories == null ? List.of() : categories.stream().distinct().toList();
    }

    /** As it is shown again: nothing is missing. */
    public String shown(@Nullable String value) {
        return Typed.shown(value);
    }
}

package fi.seloste.marketing;

import fi.seloste.base.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the form of the house's rules sends; an empty number is no limit. */
public record RuleForm(
        @Nullable String secondPerson,
        @Nullable String most,
        @Nullable String days,
        @Nullable Integer version) {

    static RuleForm of(HouseRule one) {
        var most = one.cap().most();
        return new RuleForm(
                one.secondPerson() ? "true" : "",
                most == null ? "" : String.valueOf(most),
                String.valueOf(one.cap().days()),
                one.version());
    }

    HouseRule rule() {
        var limit = shown(most).strip();
        return new HouseRule(
                version == null ? 0 : version,
                isSecondPerson(),
                new HouseRule.Cap(
                        limit.isEmpty() ? null : number("most", limit),
                        number("days", shown(days).strip())));
    }

    private static int number(String field, String text) {
        if (!text.matches("\\d{1,6}")) {
            throw Problem.invalid(field, "marketing.rules.number");
        }
        return Integer.parseInt(text);
    }

    public boolean isSecondPerson() {
        return shown(secondPerson).equals("true");
    }

    /** As it is shown again: nothing is missing. */
    public String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}

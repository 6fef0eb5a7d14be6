package fi.seloste.newsletters;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the public form sends: which newsletters, to which address, and a name if one likes. */
public record AskForm(
        @Nullable List<String> topic,
        @Nullable String email,
        @Nullable String name) {

    /** By which the guard of public forms knows these. */
    public static final String DOOR = "newsletters";

    static AskForm empty() {
        return new AskForm(List.of(), "", "");
    }

    List<String> topics() {
        return Objects.requireNonNullElse(topic, List.of());
    }

    public boolean wants(String slug) {
        return topics().contains(slug);
    }

    SignUp.Who who(Locale language, String ip) {
        var spoken = language.getLanguage();
        return new SignUp.Who(shown(email), name, List.of("fi", "sv").contains(spoken) ? spoken : "en", ip);
    }

    /** As it is shown again: nothing is missing. */
    public String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}

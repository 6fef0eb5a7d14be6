package fi.seloste.staff;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is changed in an account. */
public record AccountForm(int version, String name, String email, String language, String zone) {

    public AccountForm {
        name = given(name);
        email = given(email);
        language = given(language);
        zone = given(zone);
    }

    Account applied(Account before) {
        return new Account(
                before.id(),
                version,
                SignIn.normal(email),
                name.strip(),
                language,
                zone,
                before.theme(),
                before.createdAt(),
                before.disabledAt());
    }

    private static String given(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}

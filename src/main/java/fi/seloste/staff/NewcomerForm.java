package fi.seloste.staff;

import fi.seloste.base.Problem;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is told of somebody who is to work here. */
public record NewcomerForm(String name, String email, String language, String role) {

    static NewcomerForm empty(String language) {
        return new NewcomerForm("", "", language, "");
    }

    public NewcomerForm {
        name = given(name);
        email = given(email);
        language = given(language);
        role = given(role);
    }

    Staff.Newcomer newcomer(String zone) {
        return new Staff.Newcomer(name, email, language, zone);
    }

    Permissions permissions() {
        return Arrays.stream(Role.values())
                .filter(known -> known.code().equals(role))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("role", "staff.role.choose"))
                .permissions();
    }

    private static String given(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}

package fi.seloste.staff;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the first visitor tells. */
public record SetUpForm(
        String controller,
        String businessId,
        String address,
        String privacyContact,
        String name,
        String email,
        String password,
        String language,
        String code) {

    static SetUpForm empty(String language, String code) {
        return new SetUpForm("", "", "", "", "", "", "", language, code);
    }

    public SetUpForm {
        controller = given(controller);
        businessId = given(businessId);
        address = given(address);
        privacyContact = given(privacyContact);
        name = given(name);
        email = given(email);
        password = given(password);
        language = given(language);
        code = given(code);
    }

    // A field that the request did not send arrives as null.
    private static String given(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}

package fi.seloste.staff;

import fi.seloste.ui.View;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Where one signs in. What went wrong is one sentence: it does not tell whether the address has an account. */
public record SignInPage(
        String email, String next, String refusal, @Nullable Instant freeAt, List<OtherWay.Offer> others)
        implements View {

    static SignInPage empty(String next) {
        return new SignInPage("", next, "", null, List.of());
    }

    SignInPage beside(List<OtherWay.Offer> others) {
        return new SignInPage(email, next, refusal, freeAt, others);
    }

    SignInPage refused(String email) {
        return new SignInPage(email, next, "staff.signIn.refused", null, others);
    }

    SignInPage later(String email, Instant freeAt) {
        return new SignInPage(email, next, "staff.signIn.later", freeAt, others);
    }

    SignInPage spent() {
        return new SignInPage("", next, "staff.signIn.spent", null, others);
    }

    /** To another way, and on to where one wanted to go. */
    public String by(OtherWay.Offer way) {
        return way.path() + "?next=" + UriUtils.encode(next, StandardCharsets.UTF_8);
    }

    @Override
    public int status() {
        return switch (refusal) {
            case "" -> 200;
            case "staff.signIn.later" -> 429;
            case "staff.signIn.spent" -> 410;
            default -> 401;
        };
    }
}

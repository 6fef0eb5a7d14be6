package fi.seloste.staff;

import fi.seloste.ui.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The second factor is asked for. */
public record CodePage(
        String next, String refusal, @Nullable Instant freeAt) implements View {

    static CodePage empty(String next) {
        return new CodePage(next, "", null);
    }

    CodePage refused() {
        return new CodePage(next, "staff.code.refused", null);
    }

    CodePage later(Instant freeAt) {
        return new CodePage(next, "staff.signIn.later", freeAt);
    }

    @Override
    public int status() {
        return refusal.isEmpty() ? 200 : freeAt == null ? 401 : 429;
    }
}

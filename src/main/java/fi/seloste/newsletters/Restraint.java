package fi.seloste.newsletters;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Less than a ban: what somebody still wants. Each is a row while it holds, so two that are merged keep the stricter. */
public enum Restraint {
    /** Newsletters that were subscribed to, and no other marketing. */
    SUBSCRIBED_ONLY,
    /** What concerns a service in use, and no marketing. */
    SERVICE_ONLY;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the one leaves more marketing than the other; none leaves all of it. */
    static boolean isLess(@Nullable Restraint one, @Nullable Restraint other) {
        return rank(one) < rank(other);
    }

    private static int rank(@Nullable Restraint one) {
        return one == null ? 0 : one.ordinal() + 1;
    }

    static Restraint of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("choice", "newsletters.choice.unknown", Shortened.of(code)));
    }
}

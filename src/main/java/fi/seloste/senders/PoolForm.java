package fi.seloste.senders;

import fi.seloste.base.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the form of a pool sends, and the API. */
public record PoolForm(
        @Nullable String name,
        @Nullable String lines,
        @Nullable String perMinute,
        @Nullable String domainPerMinute,
        @Nullable Integer version) {

    static PoolForm empty() {
        return new PoolForm("", "2", "0", "0", null);
    }

    static PoolForm of(Pool one) {
        var wish = one.wish();
        return new PoolForm(
                wish.name(),
                String.valueOf(wish.lines()),
                String.valueOf(wish.perMinute()),
                String.valueOf(wish.domainPerMinute()),
                one.version());
    }

    Pool.Wish wish() {
        return new Pool.Wish(
                shown(name),
                number("lines", lines),
                number("perMinute", perMinute),
                number("domainPerMinute", domainPerMinute));
    }

    private int number(String field, @Nullable String text) {
        var digits = shown(text).strip();
        if (!digits.matches("\\d{1,6}")) {
            throw Problem.invalid(field, "senders.pool.number");
        }
        return Integer.parseInt(digits);
    }

    int seen() {
        return version == null ? 0 : version;
    }

    /** As it is shown again: nothing is missing. */
    public String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}

package fi.seloste.cards;

import fi.seloste.base.Problem;
import fi.seloste.register.PostalAddress;
import fi.seloste.register.Source;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A postal address as it is written down. */
public record AddressForm(
        @Nullable String label,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String country,
        @Nullable String source) {

    static AddressForm empty() {
        return new AddressForm("", "", "", "", "FI", "");
    }

    static AddressForm of(PostalAddress address) {
        var lines = address.lines();
        return new AddressForm(
                lines.label(),
                lines.street(),
                lines.postalCode(),
                lines.city(),
                lines.country(),
                address.source().code());
    }

    public AddressForm shown() {
        return new AddressForm(text(label), text(street), text(postalCode), text(city), text(country), text(source));
    }

    PostalAddress.Lines lines() {
        if (text(street).isEmpty() && text(city).isEmpty()) {
            throw Problem.invalid("street", "cards.address.empty");
        }
        var code = text(country).toUpperCase(Locale.ROOT);
        if (Arrays.stream(Locale.getISOCountries()).noneMatch(code::equals)) {
            throw Problem.invalid("country", "cards.address.country", text(country));
        }
        return new PostalAddress.Lines(maybe(label), maybe(street), maybe(postalCode), maybe(city), code);
    }

    Source knownFrom() {
        if (text(source).isEmpty()) {
            throw Problem.invalid("source", "register.source.missing");
        }
        return Source.of(text(source));
    }

    private static @Nullable String maybe(@Nullable String given) {
        return text(given).isEmpty() ? null : text(given);
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "").strip();
    }
}

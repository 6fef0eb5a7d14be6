package fi.seloste.cards;

import fi.seloste.base.Problem;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.Origin;
import fi.seloste.register.Source;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An address, number or handle as it is written down, with where it is known from. */
public record PointForm(
        @Nullable String type,
        @Nullable String value,
        @Nullable String label,
        @Nullable String usage,
        @Nullable String source,
        @Nullable String sourceDetail,
        @Nullable String validUntil) {

    static PointForm of(ContactPoint point) {
        var until = point.validUntil();
        return new PointForm(
                point.kind().code(),
                point.shown(),
                point.label(),
                point.usage().code(),
                "",
                "",
                until == null ? "" : until.toString());
    }

    public PointForm shown() {
        return new PointForm(
                text(type), text(value), text(label), text(usage), text(source), text(sourceDetail), text(validUntil));
    }

    ContactPoint.New point() {
        var guessed = text(usage).isEmpty() ? null : ContactPoint.Usage.of(text(usage));
        return new ContactPoint.New(
                ContactPoint.Kind.of(text(type)), text(value), text(label).isEmpty() ? null : text(label), guessed);
    }

    Origin origin(LocalDate today) {
        if (text(source).isEmpty()) {
            throw Problem.invalid("source", "register.source.missing");
        }
        return new Origin(Source.of(text(source)), sourceDetail, today);
    }

    @Nullable
    Source knownFrom() {
        return text(source).isEmpty() ? null : Source.of(text(source));
    }

    @Nullable
    LocalDate until() {
        return Days.day("validUntil", validUntil);
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "").strip();
    }
}

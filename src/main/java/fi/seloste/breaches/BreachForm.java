package fi.seloste.breaches;

import fi.seloste.base.Day;
import fi.seloste.base.Problem;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the form of a breach sends; times are those of the viewer's place. */
public record BreachForm(
        @Nullable String awareAt,
        @Nullable String nature,
        @Nullable String concerned,
        @Nullable String people,
        @Nullable String effects,
        @Nullable String measures,
        @Nullable String risk,
        @Nullable Integer version) {

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    static BreachForm empty(Instant now, ZoneId zone) {
        return new BreachForm(written(now, zone), "", "", "", "", "", "some", null);
    }

    static BreachForm of(Breach breach, ZoneId zone) {
        var facts = breach.facts();
        return new BreachForm(
                written(facts.awareAt(), zone),
                facts.nature(),
                facts.concerned(),
                facts.people() == null ? "" : facts.people().toString(),
                facts.effects(),
                facts.measures(),
                facts.risk().code(),
                breach.version());
    }

    static String written(Instant at, ZoneId zone) {
        return FIELD.format(at.atZone(zone));
    }

    /** A moment as a form sends it. */
    static Instant moment(String field, @Nullable String text, ZoneId zone) {
        try {
            var written = text(text);
            Day.parse(field, written.substring(0, Math.min(10, written.length())));
            return LocalDateTime.parse(written).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.invalid(field, "breaches.moment.malformed", text(text));
        }
    }

    Breach.Facts facts(ZoneId zone) {
        return new Breach.Facts(
                moment("awareAt", awareAt, zone),
                needed("nature", nature),
                needed("concerned", concerned),
                number(),
                text(effects),
                text(measures),
                Risk.of(text(risk)));
    }

    private @Nullable Integer number() {
        var typed = text(people);
        if (!typed.matches("\\d{0,9}")) {
            throw Problem.invalid("people", "breaches.people.malformed", typed);
        }
        return typed.isEmpty() ? null : Integer.valueOf(typed);
    }

    private static String needed(String field, @Nullable String value) {
        if (text(value).isEmpty()) {
            throw Problem.invalid(field, "breaches.missing");
        }
        return text(value);
    }

    /** As it is shown again: nothing is missing. */
    public String shown(@Nullable String value) {
        return text(value);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}

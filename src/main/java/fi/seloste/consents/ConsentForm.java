package fi.seloste.consents;

import fi.seloste.base.Day;
import fi.seloste.base.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A consent that somebody writes down for the person: words that are kept already, or those that were read or shown. */
public record ConsentForm(
        @Nullable String wording,
        @Nullable String purpose,
        @Nullable String topic,
        @Nullable String language,
        @Nullable String text,
        @Nullable String channel,
        @Nullable String proof,
        @Nullable String proofNote,
        @Nullable String givenOn,
        @Nullable String expiresOn) {

    static ConsentForm empty(String wording, String language, LocalDate today) {
        return new ConsentForm(wording, "", "", language, "", "phone", "noted", "", today.toString(), "");
    }

    /** Today is this very moment; an earlier day counts from its noon, in the controller's place. */
    Agreement agreement(Function<String, Wording> kept, Instant now, ZoneId place) {
        var upon = shown(wording).isEmpty() ? null : kept.apply(shown(wording));
        return new Agreement(
                upon == null ? new Aim(needed("purpose", purpose), shown(topic)) : upon.aim(),
                upon == null ? new Wording.Text(needed("text", text), needed("language", language)) : upon.text(),
                new Agreement.Manner(
                        Channel.of(needed("channel", channel)),
                        new Proof(Proof.Kind.of(needed("proof", proof)), proofNote),
                        given(now, place)),
                shown(expiresOn).isEmpty() ? null : Day.parse("expiresOn", shown(expiresOn)));
    }

    private @Nullable Instant given(Instant now, ZoneId place) {
        if (shown(givenOn).isEmpty()) {
            return null;
        }
        var day = Day.parse("givenOn", shown(givenOn));
        var today = now.atZone(place).toLocalDate();
        if (day.isAfter(today)) {
            throw Problem.invalid("givenOn", "consents.given.ahead");
        }
        return day.equals(today) ? null : day.atTime(12, 0).atZone(place).toInstant();
    }

    private static String needed(String field, @Nullable String value) {
        if (shown(value).isEmpty()) {
            throw Problem.invalid(field, "consents.missing", field);
        }
        return shown(value);
    }

    /** As it is shown again: nothing is missing. */
    public static String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}

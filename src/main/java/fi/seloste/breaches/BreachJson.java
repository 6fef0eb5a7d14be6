package fi.seloste.breaches;

import fi.seloste.base.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A breach as programs read it. */
@Schema(name = "Breach")
record BreachJson(
        UUID id,
        int version,
        Instant awareAt,
        Instant dueAt,
        String nature,
        String concerned,
        @Nullable Integer people,
        String effects,
        String measures,
        String risk,
        @Nullable Instant notifiedAt,
        @Nullable String lateReason,
        @Nullable Instant toldAt,
        @Nullable String toldHow,
        @Nullable Instant closedAt,
        Instant recordedAt) {

    static BreachJson of(Breach breach, ZoneId place) {
        var facts = breach.facts();
        var course = breach.course();
        return new BreachJson(
                breach.id(),
                breach.version(),
                facts.awareAt(),
                breach.deadline(place).due().toInstant(),
                facts.nature(),
                facts.concerned(),
                facts.people(),
                facts.effects(),
                facts.measures(),
                facts.risk().code(),
                course.notifiedAt(),
                course.lateReason(),
                course.toldAt(),
                course.toldHow(),
                course.closedAt(),
                course.recordedAt());
    }

    /** What is known of one. */
    @Schema(name = "BreachFacts")
    record Sent(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Instant awareAt,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String nature,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String concerned,

            @Nullable Integer people,
            @Nullable String effects,
            @Nullable String measures,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String risk) {

        Breach.Facts facts() {
            if (awareAt == null) {
                throw Problem.invalid("awareAt", "breaches.missing");
            }
            if (people != null && people < 0) {
                throw Problem.invalid("people", "breaches.people.malformed", people);
            }
            return new Breach.Facts(
                    awareAt,
                    needed("nature", nature),
                    needed("concerned", concerned),
                    people,
                    text(effects),
                    text(measures),
                    Risk.of(text(risk)));
        }

        private static String needed(String field, @Nullable String value) {
            if (text(value).isEmpty()) {
                throw Problem.invalid(field, "breaches.missing");
            }
            return text(value);
        }
    }

    /** When the authority was told; now, where nothing is said. */
    @Schema(name = "BreachNotification")
    record Notified(@Nullable Instant at, @Nullable String reason) {}

    /** When and how the people concerned were told. */
    @Schema(name = "BreachTelling")
    record Told(
            @Nullable Instant at,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String how) {}

    static Instant at(@Nullable Instant given, Clock clock) {
        return given == null ? clock.instant() : given;
    }

    static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}

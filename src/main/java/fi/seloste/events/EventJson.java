package fi.seloste.events;

import fi.seloste.base.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as programs read it. */
@Schema(name = "Event")
record EventJson(
        UUID id,
        int version,
        String url,
        Map<String, WordsJson> words,
        Instant startsAt,
        Instant endsAt,
        String zone,
        Instant closesAt,
        @Nullable Integer capacity,
        boolean waitingList,
        List<AskedJson> asked,
        List<Integer> reminders,
        String state,
        int registered,
        int waiting,
        int attended) {

    static EventJson of(Event one, String url, List<Integer> reminders, Numbers numbers) {
        var plan = one.plan();
        var words = new TreeMap<String, WordsJson>();
        plan.words().forEach((language, said) -> words.put(language, WordsJson.of(said)));
        return new EventJson(
                one.id(),
                one.course().version(),
                url,
                words,
                plan.times().starts(),
                plan.times().ends(),
                plan.times().zone().getId(),
                plan.times().closes(),
                plan.seats().capacity(),
                plan.seats().waitingList(),
                plan.asked().stream().map(AskedJson::of).toList(),
                reminders,
                one.state().code(),
                numbers.registered(),
                numbers.waiting(),
                numbers.attended());
    }

    /** What it is called and where it is, in one language. */
    @Schema(name = "EventWords")
    record WordsJson(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Nullable String description,
            @Nullable String place,
            @Nullable String link) {

        static WordsJson of(Words words) {
            return new WordsJson(words.name(), words.description(), words.place(), words.link());
        }

        Words words() {
            return new Words(text(name), text(description), text(place), text(link));
        }
    }

    /** What guests are asked. */
    @Schema(name = "EventQuestion")
    record AskedJson(
            @Nullable String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String kind,

            @Nullable Boolean required,
            @Nullable Map<String, @Nullable String> words) {

        static AskedJson of(Asked one) {
            return new AskedJson(one.id(), one.kind().code(), one.required(), new TreeMap<>(one.words()));
        }

        Asked asked() {
            var said = Asked.Kind.of(text(kind));
            var spoken = new TreeMap<String, String>();
            if (words != null) {
                words.forEach((language, word) -> spoken.put(language, text(word)));
            }
            return new Asked(
                    said == Asked.Kind.TEXT ? text(id) : said.code(), said, Boolean.TRUE.equals(required), spoken);
        }
    }

    /** What is sent to make one. */
    @Schema(name = "NewEvent")
    record Wanted(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Map<String, @Nullable WordsJson> words,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String startsAt,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String endsAt,

            @Nullable String zone,
            @Nullable String closesAt,
            @Nullable Integer capacity,
            @Nullable Boolean waitingList,
            @Nullable List<@Nullable AskedJson> asked,
            @Nullable List<@Nullable Integer> reminders) {

        Event.Plan plan() {
            return new Event.Plan(
                    spoken(),
                    new Times(
                            moment("startsAt", startsAt),
                            moment("endsAt", endsAt),
                            Times.zone(zone == null ? "Europe/Helsinki" : zone),
                            closesAt == null ? null : moment("closesAt", closesAt)),
                    new Event.Seats(capacity, !Boolean.FALSE.equals(waitingList)),
                    asked == null
                            ? List.of()
                            : asked.stream()
                                    .map(one -> given("asked", one).asked())
                                    .toList(),
                    reminders == null
                            ? List.of()
                            : reminders.stream()
                                    .map(one -> given("reminders", one))
                                    .toList());
        }

        private Map<String, Words> spoken() {
            var spoken = new TreeMap<String, Words>();
            if (words != null) {
                words.forEach((language, one) ->
                        spoken.put(language, given("words", one).words()));
            }
            return spoken;
        }

        private static <T> T given(String field, @Nullable T one) {
            if (one == null) {
                throw Problem.invalid(field, "ui.invalid.NotNull");
            }
            return one;
        }
    }

    static Instant moment(String field, @Nullable String written) {
        try {
            var at = OffsetDateTime.parse(text(written).strip()).toInstant();
            if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("2200-01-01T00:00:00Z"))) {
                throw Problem.invalid(field, "events.moment.wrong");
            }
            return at;
        } catch (DateTimeParseException e) {
            throw Problem.invalid(field, "events.moment.wrong");
        }
    }

    static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}

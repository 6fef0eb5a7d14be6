package fi.seloste.events;

import fi.seloste.base.Problem;
import fi.seloste.ui.Given;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a program changes of an event: the fields that it names; null empties the end of registration and the number of places. */
@Schema(name = "EventChange")
record EventPatch(
        @Nullable Given<Map<String, EventJson.WordsJson>> words,
        @Nullable Given<String> startsAt,
        @Nullable Given<String> endsAt,
        @Nullable Given<String> zone,
        @Nullable Given<String> closesAt,
        @Nullable Given<Integer> capacity,
        @Nullable Given<Boolean> waitingList,
        @Nullable Given<List<EventJson.AskedJson>> asked,
        @Nullable Given<List<Integer>> reminders) {

    Event.Plan plan(Event event, List<Integer> minutes) {
        var before = event.plan();
        return new Event.Plan(
                spoken(before),
                times(before.times()),
                seats(before.seats()),
                asked == null
                        ? before.asked()
                        : named("asked", asked).stream()
                                .map(EventJson.AskedJson::asked)
                                .toList(),
                reminders == null ? minutes : named("reminders", reminders));
    }

    /** A language that is named is new as a whole, and one without any words goes; the others stay. */
    private Map<String, Words> spoken(Event.Plan before) {
        var kept = new LinkedHashMap<>(before.words());
        if (words != null) {
            named("words", words).forEach((language, said) -> kept.put(language, said.words()));
        }
        return kept;
    }

    private Times times(Times before) {
        return new Times(
                startsAt == null ? before.starts() : moment("startsAt", startsAt),
                endsAt == null ? before.ends() : moment("endsAt", endsAt),
                zone == null ? before.zone() : Times.zone(named("zone", zone)),
                closesAt == null ? before.closesAt() : closesAt.value() == null ? null : moment("closesAt", closesAt));
    }

    private Event.Seats seats(Event.Seats before) {
        return new Event.Seats(
                capacity == null ? before.capacity() : capacity.value(),
                waitingList == null ? before.waitingList() : named("waitingList", waitingList));
    }

    private static Instant moment(String field, Given<String> given) {
        return EventJson.moment(field, named(field, given));
    }

    private static <T> T named(String field, Given<T> given) {
        var value = given.value();
        if (value == null) {
            throw Problem.invalid(field, "ui.invalid.NotNull");
        }
        return value;
    }
}

package fi.seloste.events;

import fi.seloste.base.Actor;
import fi.seloste.evidence.Evidence;
import fi.seloste.intake.CsvFile;
import fi.seloste.ui.Texts;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The guests of an event as a spreadsheet reads them. */
@Component
class GuestFile {

    private static final List<String> COLUMNS = List.of(
            "number",
            "name",
            "email",
            "organisation",
            "phone",
            "language",
            "state",
            "registered",
            "confirmed",
            "attended",
            "reply");

    private final GuestList guests;
    private final EventWords words;
    private final Texts texts;

    GuestFile(GuestList guests, EventWords words, Texts texts) {
        this.guests = guests;
        this.words = words;
        this.texts = texts;
    }

    String of(Event event, Actor actor, Locale language) {
        var all = guests.of(event.id(), Evidence.How.EXPORT, actor);
        var asked = new LinkedHashMap<String, String>();
        event.plan().asked().stream()
                .filter(one -> one.asksOwnWords() || one.asksNeed())
                .forEach(one -> asked.put(one.id(), words.question(one, language)));
        all.stream()
                .flatMap(one -> one.answers().stream())
                .forEach(answer -> asked.putIfAbsent(answer.id(), answer.question()));
        var out = new StringWriter();
        var heads = new ArrayList<>(COLUMNS.stream()
                .map(column -> texts.say(language, "events.column." + column))
                .toList());
        heads.addAll(asked.values());
        var file = CsvFile.begun(out, heads);
        for (var one : all) {
            file.line(cells(one, event, List.copyOf(asked.keySet()), language));
        }
        return out.toString();
    }

    private List<String> cells(Participation one, Event event, List<String> asked, Locale language) {
        var guest = one.guest();
        var course = one.course();
        var zone = event.times().zone();
        var cells = new ArrayList<>(List.of(
                String.valueOf(one.number()),
                guest.name(),
                guest.email(),
                Objects.requireNonNullElse(guest.organisation(), ""),
                Objects.requireNonNullElse(guest.phone(), ""),
                guest.language(),
                texts.say(language, "events.guest.state." + one.state().code()),
                clock(course.askedAt(), zone),
                clock(course.confirmedAt(), zone),
                clock(course.attendedAt(), zone),
                reply(one.told().reply(), language)));
        asked.forEach(id -> cells.add(one.answers().stream()
                .filter(answer -> answer.id().equals(id))
                .map(Participation.Answer::value)
                .findFirst()
                .orElse("")));
        return cells;
    }

    private String reply(Participation.@Nullable Reply reply, Locale language) {
        if (reply == null) {
            return "";
        }
        var said = texts.say(language, "events.reply." + reply.answer());
        return (reply.proved() ? said : texts.say(language, "events.reply.remark", said))
                + (reply.words().isEmpty() ? "" : ": " + reply.words());
    }

    private static String clock(@Nullable Instant at, ZoneId zone) {
        return at == null
                ? ""
                : at.atZone(zone)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString()
                        .replace('T', ' ');
    }
}

package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.base.Sentence;
import fi.seloste.datamap.Table;
import fi.seloste.datamap.Walk;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.LawfulBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything an answer is made of, but the rows, which are streamed. */
record Contents(Request request, PersonId person, String name, Told told, List<Walk.Section> sections, Found found) {

    /** What belongs to the answer besides the rows themselves. */
    record Found(
            List<Evidence.Consultation> consultations,
            Map<String, String> leftOut,
            Optional<Sentence> kept,
            Set<String> consented,
            LocalTime local) {}

    /** The moment of the answer and where it is told. */
    record LocalTime(Instant now, ZoneId zone) {}

    /** In the order in which the notice declares the categories: what everybody looks for comes first. */
    Contents {
        var order = told.categories().stream().map(Told.Kept::id).toList();
        sections = sections.stream()
                .sorted(Comparator.comparingInt(
                        s -> place(order, told.declared(s.table().category()))))
                .toList();
    }

    private static int place(List<String> order, String category) {
        int at = order.indexOf(category);
        return at < 0 ? order.size() : at;
    }

    CopyWords words() {
        return new CopyWords(locale());
    }

    Locale locale() {
        return request.asker().locale();
    }

    String t(String key, Object... arguments) {
        return Sentence.of(key, arguments).in(locale());
    }

    /**
     * Whether the table's rows go into this answer. Art. 20(1) hands over what the person "has provided to a controller", where "the processing
     * is based on consent … or on a contract" of theirs; what rests on our interests is in the copy of Art. 15.
     */
    boolean includes(Table table) {
        return request.right() != Right.PORTABILITY
                || (isPortable(table.category()) && (table.column("source").isPresent() || isProvided(table)));
    }

    /** Whether a row does: for portability by its own source, or where its whole category comes from the person. */
    boolean includes(Table table, Map<String, @Nullable Object> row) {
        return request.right() != Right.PORTABILITY
                || (table.column("source").isPresent() ? isProvided(row.get("source")) : isProvided(table));
    }

    /** A contract, or a consent of this very person that stands. */
    private boolean isPortable(String category) {
        return told.category(category).stream()
                .flatMap(kept -> kept.goals().stream())
                .anyMatch(goal -> goal.on() == LawfulBasis.CONTRACT
                        || (goal.on() == LawfulBasis.CONSENT
                                && found.consented().contains(goal.id())));
    }

    private boolean isProvided(Table table) {
        return told.category(table.category()).filter(Told.Kept::provided).isPresent();
    }

    private static boolean isProvided(@Nullable Object source) {
        return source != null
                && !List.of("public-web", "bought-list", "visitor-identification", "other-system")
                        .contains(source.toString());
    }

    /** Art. 15(4): why a value is not shown, if it is not. */
    Optional<String> leftOut(Table table, Map<String, @Nullable Object> row, String column) {
        return Optional.ofNullable(
                found.leftOut.get(mark(table.qualified(), String.valueOf(row.get(table.key())), column)));
    }

    static String mark(String place, String row, String field) {
        return place + "/" + row + "/" + field;
    }

    String moment(Instant instant) {
        var pattern = locale().getLanguage().equals("en") ? "d MMM yyyy HH:mm" : "d.M.yyyy H.mm";
        return DateTimeFormatter.ofPattern(pattern, locale()).format(instant.atZone(found.local.zone));
    }

    String day(LocalDate day) {
        var pattern = locale().getLanguage().equals("en") ? "d MMM yyyy" : "d.M.yyyy";
        return DateTimeFormatter.ofPattern(pattern, locale()).format(day);
    }

    String today() {
        return day(found.local.now.atZone(found.local.zone).toLocalDate());
    }
}

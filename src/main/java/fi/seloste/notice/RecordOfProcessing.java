package fi.seloste.notice;

import static fi.seloste.notice.Declaration.Processing.known;

import de.siegmar.fastcsv.writer.CsvWriter;
import fi.seloste.base.Sentence;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The record of processing activities, GDPR Art. 30(1): one row a purpose, everything from the declaration that the system is compiled
 * from, so that it cannot say anything else than what is done.
 */
public record RecordOfProcessing(Head head, List<Row> rows) {

    /** Art. 30(1)(a): controller, representative and data protection officer. */
    public record Head(String controller, String reach, List<String> offices, String updated, String hash) {}

    /** Art. 30(1)(b) to (g); the lawful basis is no part of the article, but an authority asks for it next. */
    public record Row(String purpose, String basis, About about, Given given, String security) {}

    public record About(String groups, List<Held> held) {

        public String data() {
            return Writer.join(held.stream().map(one -> one.category() + ": " + one.data()));
        }

        public String kept() {
            return Writer.join(held.stream().map(one -> one.category() + ": " + one.kept()));
        }
    }

    /** A category of data: what it is, and how long it is kept for this purpose. */
    public record Held(String category, String data, String kept) {}

    public record Given(String recipients, String transfers) {}

    /** What a file must say of itself once it has left the page: whose record it is, and as of when. */
    private static final List<String> OF_HEAD = List.of("controller", "contacts", "updated");

    private static final List<String> COLUMNS =
            List.of("purpose", "basis", "groups", "data", "recipients", "transfers", "kept", "security");

    public static RecordOfProcessing of(Declaration declaration, Locale language) {
        return new Writer(declaration, language).write();
    }

    public static List<String> columns(Locale language) {
        return named(COLUMNS, language);
    }

    private static List<String> named(List<String> columns, Locale language) {
        return columns.stream()
                .map(one -> Sentence.of("notice.record." + one).in(language))
                .toList();
    }

    /**
     * One table with a heading row, each row with whose record it is; semicolons, since a comma is the decimal sign where this is opened in a
     * spreadsheet.
     */
    public String csv(Locale language) {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(out)) {
            csv.writeRecord(Stream.concat(named(OF_HEAD, language).stream(), columns(language).stream())
                    .toList());
            rows.forEach(row -> csv.writeRecord(Stream.concat(headCells().stream(), cells(row).stream())
                    .map(RecordOfProcessing::harmless)
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** A cell that begins like a formula would be calculated by a spreadsheet. */
    private static String harmless(String cell) {
        return cell.isEmpty() || "=+-@".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }

    private List<String> headCells() {
        return List.of(head.controller() + "; " + head.reach(), String.join("; ", head.offices()), head.updated());
    }

    public static List<String> cells(Row row) {
        return List.of(
                row.purpose(),
                row.basis(),
                row.about().groups(),
                row.about().data(),
                row.given().recipients(),
                row.given().transfers(),
                row.about().kept(),
                row.security());
    }

    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("controller", head);
        json.put("activities", rows);
        return json;
    }

    private static String named(Controller.Identity identity) {
        return identity.businessId().isEmpty() ? identity.name() : identity.name() + ", " + identity.businessId();
    }

    private record Writer(Declaration declaration, Locale language) {

        RecordOfProcessing write() {
            var controller = declaration.controller();
            var reach = controller.reach();
            var head = new Head(
                    named(controller.identity()),
                    join(Stream.of(reach.address(), reach.email(), reach.phone())
                            .filter(Objects::nonNull)),
                    controller.offices().stream()
                            .map(one -> Stream.of(
                                            one.name().in(language),
                                            one.reach().address(),
                                            one.reach().email(),
                                            one.reach().phone())
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.joining(", ")))
                            .toList(),
                    Sentence.of(
                                    "notice.page.updated",
                                    declaration.heading().days().updated())
                            .in(language),
                    NoticeJson.sha256(declaration));
            return new RecordOfProcessing(
                    head,
                    declaration.processing().purposes().values().stream()
                            .map(this::row)
                            .toList());
        }

        private Row row(DeclaredPurpose purpose) {
            var categories = declaration.categoriesOf(purpose.id()).toList();
            var recipients = declaration.recipientsInUse().stream()
                    .filter(one -> one.scope().purposes().contains(purpose.id()))
                    .toList();
            return new Row(
                    purpose.name().in(language),
                    purpose.basis().in(language) + " ("
                            + Finding.Law.gdpr(purpose.basis().place()).words().in(language) + ")",
                    new About(
                            join(categories.stream()
                                    .flatMap(one -> one.links().groups().stream())
                                    .distinct()
                                    .map(id -> known(declaration.processing().groups(), id)
                                            .name()
                                            .in(language))),
                            categories.stream().map(one -> held(one, purpose)).toList()),
                    new Given(recipients(recipients), transfers(recipients)),
                    text("security"));
        }

        /** Art. 30(1)(d); that there is none is said, since an empty place could be a forgotten one. */
        private String recipients(List<Recipient> recipients) {
            return recipients.isEmpty()
                    ? Sentence.of("notice.record.nobody").in(language)
                    : join(recipients.stream()
                            .map(one -> one.wording().name().in(language) + " ("
                                    + one.role().in(language) + ")"));
        }

        private Held held(Category category, DeclaredPurpose purpose) {
            return new Held(
                    category.name().in(language), category.wording().data().in(language), kept(category, purpose));
        }

        /** The rule that holds for everybody, and the purpose's own beside it: what ends later decides. */
        private String kept(Category category, DeclaredPurpose purpose) {
            var rules = category.retention().rules().stream()
                    .filter(rule -> rule.purpose() == null || rule.purpose().equals(purpose.id()))
                    .map(rule -> rule.purpose() == null
                            ? rule.words().in(language)
                            : Sentence.of("notice.keptFor", purpose.name(), rule.words())
                                    .in(language))
                    .collect(Collectors.joining(" "));
            return rules.isEmpty() ? category.retention().criteria().in(language) : rules;
        }

        private String transfers(List<Recipient> recipients) {
            var outside = recipients.stream().filter(Recipient::isOutsideEea).toList();
            if (outside.isEmpty()) {
                return Sentence.of("notice.page.noTransfer").in(language);
            }
            Function<Recipient, String> words = one -> one.wording().name().in(language) + ": "
                    + Locale.of("", Objects.requireNonNull(one.place().country()))
                            .getDisplayCountry(language)
                    + (one.place().safeguard() == null
                            ? ""
                            : ", " + one.place().safeguard().in(language));
            return join(outside.stream().map(words));
        }

        private String text(String key) {
            return declaration.promises().texts().getOrDefault(key, Text.NONE).in(language);
        }

        private static String join(Stream<String> parts) {
            return parts.collect(Collectors.joining("; "));
        }
    }
}

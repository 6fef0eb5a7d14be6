package fi.seloste.intake;

import fi.seloste.base.BusinessId;
import fi.seloste.base.EmailAddress;
import fi.seloste.base.Folded;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.base.VatId;
import fi.seloste.intake.Reach.Email;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes drafts of the rows of one file by its mapping. */
public final class Drafting {

    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("main-user", "main-user"),
            Map.entry("main user", "main-user"),
            Map.entry("paakayttaja", "main-user"),
            Map.entry("huvudanvandare", "main-user"),
            Map.entry("contract-contact", "contract-contact"),
            Map.entry("contract contact", "contract-contact"),
            Map.entry("sopimusyhteyshenkilo", "contract-contact"),
            Map.entry("avtalskontakt", "contract-contact"),
            Map.entry("invoicing-contact", "invoicing-contact"),
            Map.entry("invoicing contact", "invoicing-contact"),
            Map.entry("billing contact", "invoicing-contact"),
            Map.entry("laskutusyhteyshenkilo", "invoicing-contact"),
            Map.entry("laskutus", "invoicing-contact"),
            Map.entry("faktureringskontakt", "invoicing-contact"),
            Map.entry("decision-maker", "decision-maker"),
            Map.entry("decision maker", "decision-maker"),
            Map.entry("paattaja", "decision-maker"),
            Map.entry("beslutsfattare", "decision-maker"),
            Map.entry("reference", "reference"),
            Map.entry("referenssi", "reference"),
            Map.entry("referens", "reference"));
    private static final Set<String> EMPTY_FLAGS = Set.of("no", "false", "0", "-", "ei", "nej");

    private final Reading.Columns columns;
    private final Set<String> plainNotes;

    public Drafting(List<String> headers, Mapping mapping) {
        this.columns = Reading.Columns.of(headers, mapping);
        this.plainNotes = headers.stream().filter(HeaderSets::isNote).collect(Collectors.toSet());
    }

    public Draft draft(Row row) {
        var reading = new Reading(row, columns);
        var name = PersonName.of(
                reading.name(Field.FULL_NAME), reading.name(Field.GIVEN_NAME), reading.name(Field.FAMILY_NAME));
        var reach = new Reaches(reading).read();
        if (name.full().contains("@")) {
            reach = withAddressFor(name, reach);
            name = PersonName.NONE;
        }
        var firm = firm(reading);
        var posts = name.isEmpty() && !firm.isEmpty() && isOfPosts(reach);
        var who = new Who(name, work(reading), posts ? Reach.NONE : reach, new MarketingCells(reading).read());
        var draft = new Draft(
                List.of(row.line()),
                who,
                posts ? firm.with(with(firm, reach)) : firm,
                extras(reading),
                reading.faults());
        if (!draft.isPerson() && !draft.isOrganisation()) {
            reading.faults().add(Fault.row(row.line(), "intake.row.nobody"));
        }
        return new Draft(draft.lines(), draft.who(), draft.firm(), draft.extras(), List.copyOf(reading.faults()));
    }

    /** Without a name, what reaches info@ or a switchboard reaches the organisation, not a person. */
    private static boolean isOfPosts(Reach reach) {
        return reach.emails().stream().allMatch(email -> email.address().isRole());
    }

    private static Firm with(Firm firm, Reach reach) {
        return new Firm(firm.name(), firm.businessId(), firm.vatId(), firm.details(), reach);
    }

    /** Some exports name a person by the address where they know no name. */
    private static Reach withAddressFor(PersonName name, Reach reach) {
        try {
            return reach.with(new Reach(List.of(new Email(EmailAddress.parse(name.full()), "")), List.of(), List.of()));
        } catch (Problem e) {
            return reach;
        }
    }

    private static Firm firm(Reading reading) {
        var details = new Firm.Details(
                website(reading),
                reading.first(Field.SEGMENT),
                reading.first(Field.EINVOICE_ADDRESS),
                reading.first(Field.EINVOICE_OPERATOR));
        return new Firm(
                reading.name(Field.ORGANISATION),
                reading.value(Field.BUSINESS_ID, BusinessId::parse),
                reading.value(Field.VAT_ID, VatId::parse),
                details,
                Reach.NONE);
    }

    private static String website(Reading reading) {
        var site = reading.value(Field.WEBSITE, Drafting::site);
        return site == null ? "" : site;
    }

    private static String site(String text) {
        var first = Cells.parallel(text).getFirst();
        var bare = first.replaceFirst("^(?i)https?://", "").replaceFirst("/+$", "");
        if (!bare.matches("(?U)[\\w-]+(\\.[\\w-]+)+(:\\d+)?([/?#]\\S*)?")) {
            throw Problem.invalid("website", "value.website.malformed", Shortened.of(text));
        }
        return (first.regionMatches(true, 0, "http://", 0, 7) ? "http://" : "https://") + bare;
    }

    private static Work work(Reading reading) {
        return new Work(reading.name(Field.JOB_TITLE), reading.name(Field.DEPARTMENT), roles(reading));
    }

    private static Set<String> roles(Reading reading) {
        var roles = new LinkedHashSet<String>();
        for (var cell : reading.cells(Field.ROLES)) {
            if (!cell.to().label().isEmpty()) {
                Stream.of(cell.to().label())
                        .filter(role -> !EMPTY_FLAGS.contains(Folded.of(cell.text())))
                        .forEach(roles::add);
                continue;
            }
            for (var word : Cells.words(cell.text())) {
                var role = ROLES.get(Folded.of(word));
                if (role == null) {
                    reading.faults()
                            .add(Fault.value(reading.line(), cell.header(), "value.role.unknown", Shortened.of(word)));
                } else {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    private Extras extras(Reading reading) {
        var language = reading.value(Field.LANGUAGE, Places::language);
        var origin = new Extras.Origin(
                reading.first(Field.OWNER),
                reading.first(Field.EXTERNAL_ID),
                reading.value(Field.CREATED_ON, Dates::parse));
        return new Extras(language == null ? "" : language, tags(reading), note(reading), custom(reading), origin);
    }

    // Google marks the groups of its own with a star: "* myContacts".
    private static Set<String> tags(Reading reading) {
        return reading.cells(Field.TAGS).stream()
                .flatMap(cell -> Cells.words(cell.text()).stream())
                .filter(tag -> !tag.startsWith("*"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String note(Reading reading) {
        var lines = new ArrayList<String>();
        for (var i = 0; i < columns.headers().size(); i++) {
            var header = columns.headers().get(i);
            if (columns.mapping().of(header) instanceof Target.Note) {
                var text = reading.text(i);
                if (!text.isEmpty()) {
                    lines.add(plainNotes.contains(header) ? text : header + ": " + text);
                }
            }
        }
        return String.join("\n", lines);
    }

    private Map<String, String> custom(Reading reading) {
        var custom = new LinkedHashMap<String, String>();
        for (var i = 0; i < columns.headers().size(); i++) {
            if (columns.mapping().of(columns.headers().get(i)) instanceof Target.Custom(var name)) {
                var text = reading.text(i);
                if (!text.isEmpty()) {
                    custom.merge(name, text, (a, b) -> a + ", " + b);
                }
            }
        }
        return custom;
    }
}

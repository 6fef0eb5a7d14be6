package fi.seloste.notice;

import fi.seloste.notice.DeclaredPurpose.Balancing;
import fi.seloste.notice.DeclaredPurpose.Justification;
import fi.seloste.store.Purpose;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is processed: groups, purposes, sources, categories and recipients, and checks that each names only what is declared. */
final class ProcessingReader {

    private static final List<String> OPENED = Arrays.stream(Purpose.values())
            .filter(one -> one != Purpose.OWNER)
            .map(Purpose::code)
            .toList();

    private final Words words;

    ProcessingReader(Words words) {
        this.words = words;
    }

    Declaration.Processing read(Section root) {
        var groups = DeclarationReader.each(root, "groups", this::group);
        var purposes = DeclarationReader.each(root, "purposes", this::purpose);
        var sources = DeclarationReader.each(root, "sources", this::source);
        var retentions = new RetentionReader(words, purposes.keySet());
        var categories = DeclarationReader.each(
                root,
                "categories",
                (id, section) -> category(id, section, retentions, links(section, groups, purposes, sources)));
        var recipients = DeclarationReader.each(
                root, "recipients", (id, section) -> recipient(id, section, purposes.keySet(), categories.keySet()));
        for (var key : List.of("purposes", "categories")) {
            if (!root.has(key)) {
                root.flaw(key, "missing", key);
            }
        }
        return new Declaration.Processing(groups, purposes, sources, followed(categories, retentions), recipients);
    }

    private Group group(String id, Section section) {
        return new Group(id, words.in(section, "name"), terms(section));
    }

    private DeclaredPurpose purpose(String id, Section section) {
        var uses = section.references("uses", OPENED, "use").stream()
                .map(Purpose::of)
                .toList();
        return new DeclaredPurpose(
                id,
                uses,
                new DeclaredPurpose.Wording(words.in(section, "name"), words.in(section, "text")),
                justification(section),
                terms(section));
    }

    private Justification justification(Section section) {
        var basis = section.choice("basis", LawfulBasis.class);
        var law = words.orNone(section, "law");
        if (basis == LawfulBasis.LEGAL_OBLIGATION && law.isBlank()) {
            section.flaw("law", "lawless");
        }
        return new Justification(
                basis,
                law,
                words.orNone(section, "interest"),
                balancing(section.findSection("balancing")),
                agreementOf(section));
    }

    private static @Nullable String agreementOf(Section section) {
        if (!section.has("agreementOf")) {
            return null;
        }
        return section.either("agreementOf", "organisation", "person", true) ? "organisation" : "person";
    }

    private @Nullable Balancing balancing(@Nullable Section section) {
        if (section == null) {
            return null;
        }
        var balancing = new Balancing(section.date("on"), words.in(section, "by"), words.in(section, "conclusion"));
        section.end();
        return balancing;
    }

    private Source source(String id, Section section) {
        return new Source(
                id,
                section.choice("kind", Source.Kind.class),
                words.in(section, "name"),
                words.orNone(section, "text"));
    }

    private static Category.Links links(
            Section section,
            Map<String, Group> groups,
            Map<String, DeclaredPurpose> purposes,
            Map<String, Source> sources) {
        var links = new Category.Links(
                section.references("groups", groups.keySet(), "group"),
                section.references("purposes", purposes.keySet(), "purpose"),
                section.references("sources", sources.keySet(), "source"));
        if (!section.has("purposes")) {
            section.flaw("purposes", "purposeless");
        }
        return links;
    }

    private Category category(String id, Section section, RetentionReader retentions, Category.Links links) {
        return new Category(
                id,
                new Category.Wording(
                        words.in(section, "name"), words.in(section, "data"), words.orNone(section, "required")),
                links,
                retentions.read(id, section),
                terms(section));
    }

    private static Map<String, Category> followed(Map<String, Category> categories, RetentionReader retentions) {
        var followed = new LinkedHashMap<String, Category>();
        categories.forEach((id, one) -> followed.put(
                id, new Category(id, one.wording(), one.links(), retentions.followed(id, categories), one.terms())));
        return followed;
    }

    private Recipient recipient(String id, Section section, Set<String> purposes, Set<String> categories) {
        return new Recipient(
                id,
                section.choice("role", Recipient.Role.class),
                section.either("use", "on", "off", true),
                new Recipient.Wording(words.in(section, "name"), words.in(section, "does")),
                new Recipient.Scope(
                        section.references("purposes", purposes, "purpose"),
                        section.references("categories", categories, "category")),
                new Recipient.Place(
                        country(section),
                        section.findChoice("safeguard", Recipient.Safeguard.class),
                        section.findDate("agreement"),
                        section.find("website")));
    }

    private static @Nullable String country(Section section) {
        var country = section.find("country");
        if (country != null && !Set.of(Locale.getISOCountries()).contains(country)) {
            section.flaw("country", "country", country);
        }
        return country;
    }

    private static List<String> terms(Section section) {
        return section.references("terms", Terms.known(), "term").stream()
                .filter(Objects::nonNull)
                .toList();
    }
}

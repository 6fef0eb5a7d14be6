package fi.seloste.notice;

import fi.seloste.base.Sentence;
import fi.seloste.base.Worded;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says a place of the declaration and what stands there as a reader would: names for ids, two years for a period, words for codes. */
final class DiffWords {

    private static final Set<String> FIELDS = Set.of(
            "name",
            "data",
            "required",
            "text",
            "groups",
            "purposes",
            "sources",
            "anchor",
            "period",
            "action",
            "uses",
            "basis",
            "law",
            "interest",
            "on",
            "by",
            "conclusion",
            "role",
            "inUse",
            "does",
            "categories",
            "country",
            "safeguard",
            "agreement",
            "website",
            "address",
            "email",
            "phone",
            "businessId",
            "kind",
            "title",
            "scope",
            "summary",
            "prepared",
            "updated",
            "business",
            "provider",
            "needsConsent",
            "thirdParty",
            "lifetime",
            "requestForm",
            "requestAddress",
            "fee",
            "follows",
            "criteria",
            "terms");
    private static final Map<String, String> CODES = Map.of(
            "anchor",
            "anchor",
            "action",
            "removal",
            "basis",
            "basis",
            "role",
            "role",
            "safeguard",
            "safeguard",
            "fee",
            "fee",
            "requestForm",
            "form");

    private final Map<String, Map<String, Text>> names = new LinkedHashMap<>();

    DiffWords(Declaration before, Declaration after) {
        Stream.of(before, after).forEach(this::gather);
    }

    private void gather(Declaration declaration) {
        var processing = declaration.processing();
        processing.groups().forEach((id, one) -> name("groups", id, one.name()));
        processing.purposes().forEach((id, one) -> name("purposes", id, one.name()));
        processing.sources().forEach((id, one) -> name("sources", id, one.name()));
        processing.categories().forEach((id, one) -> name("categories", id, one.name()));
        processing
                .recipients()
                .forEach((id, one) -> name("recipients", id, one.wording().name()));
    }

    private void name(String section, String id, Text name) {
        names.computeIfAbsent(section, s -> new LinkedHashMap<>()).put(id, name);
    }

    /** The section, the thing by its name, for which purpose where a rule is for one, and the field. */
    Worded label(String path) {
        var parts = List.of(path.split("\\.", -1));
        return language -> Stream.of(
                        Sentence.of("notice.section." + parts.getFirst()).in(language),
                        thing(parts, language),
                        rule(parts, language),
                        field(parts, language))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" › "));
    }

    private String thing(List<String> parts, Locale language) {
        if (parts.size() < 2) {
            return "";
        }
        return switch (parts.getFirst()) {
            case "rights" -> Sentence.of("notice.right." + parts.get(1)).in(language);
            case "controller" ->
                parts.get(1).equals("authority")
                        ? Sentence.of("notice.page.authority").in(language)
                        : "";
            case "texts" ->
                Sentence.of("notice.page.text." + PublishedNotice.titled(parts.get(1)))
                        .in(language);
            case "cookies" -> parts.get(1).equals("list") && parts.size() > 2 ? parts.get(2) : "";
            default -> nameOf(parts.getFirst(), parts.get(1), language);
        };
    }

    private String rule(List<String> parts, Locale language) {
        int at = parts.indexOf("rules");
        return at < 0 || at + 1 >= parts.size() || parts.get(at + 1).equals("general")
                ? ""
                : nameOf("purposes", parts.get(at + 1), language);
    }

    private String field(List<String> parts, Locale language) {
        if (parts.size() < 2) {
            return "";
        }
        var last = parts.getLast();
        var retention = parts.contains("ground") ? (last.equals("law") ? "groundKind" : "ground") : last;
        if (retention.startsWith("ground") || FIELDS.contains(retention)) {
            return Sentence.of("notice.field." + retention).in(language);
        }
        boolean named = parts.size() == 2
                && (names.containsKey(parts.getFirst())
                        || Set.of("rights", "texts").contains(parts.getFirst()));
        return named ? "" : last;
    }

    private String nameOf(String section, String id, Locale language) {
        var name = names.getOrDefault(section, Map.of()).get(id);
        return name == null ? "" : name.in(language);
    }

    /** Whether a list of ids or codes stands there. */
    boolean isList(String path) {
        var last = path.substring(path.lastIndexOf('.') + 1);
        return names.containsKey(last) || last.equals("uses") || last.equals("terms");
    }

    /** What of a list is not in the other; nothing where all of it is. */
    Optional<Worded> without(String path, Text list, Text other) {
        var others = list(other.byLanguage().getOrDefault("", "")).toList();
        var rest = list(list.byLanguage().getOrDefault("", ""))
                .filter(id -> !others.contains(id))
                .collect(Collectors.joining(", "));
        return rest.isEmpty() ? Optional.empty() : Optional.of(value(path, new Text(Map.of("", rest))));
    }

    /** A value of the tree in words; what is no code, id, date or period says itself. */
    Worded value(String path, Text raw) {
        var plain = raw.byLanguage().get("");
        if (plain == null) {
            return raw;
        }
        var last = path.substring(path.lastIndexOf('.') + 1);
        if (CODES.containsKey(last)) {
            return Sentence.of("notice." + CODES.getOrDefault(last, "") + "." + plain);
        }
        if (names.containsKey(last)) {
            return language -> list(plain)
                    .map(id -> orItself(nameOf(last, id, language), id))
                    .collect(Collectors.joining("; "));
        }
        return switch (last) {
            case "uses" ->
                language -> list(plain)
                        .map(code -> Sentence.of("ui.purpose." + code).in(language))
                        .collect(Collectors.joining("; "));
            case "period", "lifetime" -> period(plain, raw);
            case "country" -> language -> orItself(Locale.of("", plain).getDisplayCountry(language), plain);
            case "on", "agreement", "prepared", "updated" -> day(plain, raw);
            default ->
                plain.equals("true") || plain.equals("false")
                        ? Sentence.of("notice.page." + (plain.equals("true") ? "yes" : "no"))
                        : raw;
        };
    }

    private static Stream<String> list(String plain) {
        return Arrays.stream(plain.split(", ")).filter(id -> !id.isEmpty());
    }

    private static String orItself(String words, String id) {
        return words.isEmpty() ? id : words;
    }

    private static Worded period(String plain, Text raw) {
        try {
            return RetentionRule.length(Period.parse(plain));
        } catch (DateTimeParseException e) {
            return raw;
        }
    }

    private static Worded day(String plain, Text raw) {
        try {
            return Sentence.of("notice.day", LocalDate.parse(plain));
        } catch (DateTimeParseException e) {
            return raw;
        }
    }
}

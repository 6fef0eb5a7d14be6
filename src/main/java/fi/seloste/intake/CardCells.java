package fi.seloste.intake;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One card as cells under fixed headers; values that come in number stand in one cell, parted as Google's exports part them. */
final class CardCells {

    static final List<String> HEADERS = List.of(
            "FN",
            "N given",
            "N family",
            "EMAIL type",
            "EMAIL",
            "TEL type",
            "TEL",
            "TITLE",
            "ROLE",
            "ORG",
            "ORG unit",
            "ADR type",
            "ADR street",
            "ADR postal code",
            "ADR city",
            "ADR country",
            "URL",
            "NOTE",
            "CATEGORIES",
            "LANG",
            "UID",
            "BDAY",
            "Other");

    private static final Set<String> UNSAID = Set.of(
            "VERSION",
            "PRODID",
            "REV",
            "CLASS",
            "MAILER",
            "SORT-STRING",
            "KIND",
            "SOURCE",
            "XML",
            "CLIENTPIDMAP",
            "NICKNAME",
            "GEO",
            "TZ",
            "AGENT",
            "CALURI",
            "FBURL",
            "CALADRURI");

    private final Map<String, List<String>> cells = new LinkedHashMap<>();

    CardCells() {
        HEADERS.forEach(header -> cells.put(header, new ArrayList<>()));
    }

    void take(VObjectProperty property) {
        var name = property.getName().toUpperCase(Locale.ROOT);
        var value = property.getValue();
        switch (name) {
            case "FN", "TITLE", "ROLE", "LANG", "UID" -> first(name, unescaped(value));
            case "BDAY" -> first(name, value);
            case "N" -> name(structured(value, " "));
            case "ORG" -> organisation(structured(value, ", "));
            case "EMAIL", "TEL" -> {
                add(name + " type", types(property));
                add(
                        name,
                        unescaped(value).replaceFirst("(?i)^(tel|mailto):", "").replaceFirst(";ext=", " ext. "));
            }
            case "ADR" -> address(property, structured(value, ", "));
            case "URL", "NOTE" -> add(name, unescaped(value));
            case "CATEGORIES" -> add(name, String.join(", ", VObjectPropertyValues.parseList(value)));
            default -> other(name, value);
        }
    }

    private void name(List<String> parts) {
        first("N family", part(parts, 0));
        first("N given", part(parts, 1));
    }

    private void organisation(List<String> parts) {
        first("ORG", part(parts, 0));
        first("ORG unit", parts.stream().skip(1).filter(unit -> !unit.isBlank()).collect(Collectors.joining(", ")));
    }

    private void address(VObjectProperty property, List<String> parts) {
        add("ADR type", types(property));
        add(
                "ADR street",
                List.of(part(parts, 2), part(parts, 1), part(parts, 0)).stream()
                        .filter(line -> !line.isBlank())
                        .collect(Collectors.joining(", ")));
        add("ADR city", part(parts, 3));
        add("ADR postal code", part(parts, 5));
        add("ADR country", part(parts, 6));
    }

    private void other(String name, String value) {
        var said = !value.isBlank()
                && !UNSAID.contains(name)
                && !name.startsWith("X-AB")
                && !name.startsWith("X-PHONETIC");
        if (said) {
            add("Other", name + ": " + unescaped(value));
        }
    }

    Row row(long line) {
        var faults = new ArrayList<Fault>();
        var row = new ArrayList<String>();
        cells.forEach((header, values) -> {
            var between = Set.of("NOTE", "Other").contains(header)
                    ? "\n"
                    : header.equals("CATEGORIES") ? ", " : Cells.BETWEEN;
            var cell = String.join(between, values);
            if (cell.length() > Rows.LONGEST_CELL) {
                faults.add(Fault.value(line, header, "intake.cell.tooLong", Integer.toString(cell.length())));
                cell = "";
            }
            row.add(cell);
        });
        return new Row(line, List.copyOf(row), List.copyOf(faults));
    }

    private void add(String header, String value) {
        cells.getOrDefault(header, new ArrayList<>()).add(value.strip());
    }

    private void first(String header, String value) {
        if (cells.getOrDefault(header, List.of()).isEmpty() && !value.isBlank()) {
            add(header, value);
        }
    }

    private static String unescaped(String value) {
        return VObjectPropertyValues.unescape(value);
    }

    private static List<String> structured(String value, String between) {
        return VObjectPropertyValues.parseStructured(value).stream()
                .map(part -> String.join(between, part))
                .toList();
    }

    private static String part(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index).strip() : "";
    }

    /** vCard 3 and 4 write TYPE=work, 2.1 the bare word WORK. */
    private static String types(VObjectProperty property) {
        var said = property.getParameters().getMap();
        return Stream.of("TYPE", null)
                .map(said::get)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(type -> type.toLowerCase(Locale.ROOT).replace(',', ' '))
                .collect(Collectors.joining(" "));
    }
}

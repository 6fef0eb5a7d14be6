package fi.seloste.intake;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One row being read: its cells by field, cleaned, and the faults found on the way. */
final class Reading {

    private static final Set<Field> NAMES = EnumSet.of(
            Field.FULL_NAME,
            Field.GIVEN_NAME,
            Field.FAMILY_NAME,
            Field.ORGANISATION,
            Field.JOB_TITLE,
            Field.DEPARTMENT);

    /** A filled cell of a field. */
    record Cell(String header, Target.To to, String text) {}

    /** Where the columns of a mapping stand; worked out once a file. */
    record Columns(List<String> headers, Mapping mapping, Map<Field, List<Integer>> byField) {

        static Columns of(List<String> headers, Mapping mapping) {
            var byField = new EnumMap<Field, List<Integer>>(Field.class);
            for (var i = 0; i < headers.size(); i++) {
                if (mapping.of(headers.get(i)) instanceof Target.To to) {
                    byField.computeIfAbsent(to.field(), field -> new ArrayList<>())
                            .add(i);
                }
            }
            return new Columns(headers, mapping, byField);
        }

        boolean isName(String header) {
            return mapping.of(header) instanceof Target.To to && NAMES.contains(to.field());
        }
    }

    private final Row row;
    private final Columns columns;
    private final List<Fault> faults;

    Reading(Row row, Columns columns) {
        this.row = row;
        this.columns = columns;
        this.faults = new ArrayList<>(row.faults());
    }

    long line() {
        return row.line();
    }

    Columns columns() {
        return columns;
    }

    List<Fault> faults() {
        return faults;
    }

    List<Cell> cells(Field field) {
        var cells = new ArrayList<Cell>();
        for (var index : columns.byField().getOrDefault(field, List.of())) {
            var header = columns.headers().get(index);
            var text = text(index);
            if (!text.isEmpty() && columns.mapping().of(header) instanceof Target.To to) {
                cells.add(new Cell(header, to, text));
            }
        }
        return cells;
    }

    String first(Field field) {
        var cells = cells(field);
        return cells.isEmpty() ? "" : cells.getFirst().text();
    }

    /** A name is one line, and never something that a spreadsheet would run. */
    String name(Field field) {
        for (var cell : cells(field)) {
            var name = cell.text().replaceAll("\\s+", " ");
            if (name.length() <= 300) {
                return name;
            }
            faults.add(Fault.value(line(), cell.header(), "intake.cell.nameTooLong", Integer.toString(name.length())));
        }
        return "";
    }

    <T> @Nullable T value(Field field, Function<String, T> parse) {
        for (var cell : cells(field)) {
            try {
                return parse.apply(cell.text());
            } catch (Problem e) {
                faults.add(Fault.value(line(), cell.header(), e));
            }
        }
        return null;
    }

    String text(int index) {
        var header = columns.headers().get(index);
        var written = row.cells().get(index);
        if (written.isEmpty()) {
            return "";
        }
        var text = clean(Formula.plain(written.strip()));
        if (FileFormat.GARBLED.matcher(text).find() || text.indexOf('\uFFFD') >= 0) {
            faults.add(Fault.value(line(), header, "intake.cell.garbled", Shortened.of(text)));
            return "";
        }
        if (Formula.isFormula(text) && columns.isName(header)) {
            faults.add(Fault.value(line(), header, "intake.cell.formulaName", Shortened.of(text)));
            return "";
        }
        if (Formula.isFormula(text)) {
            faults.add(Fault.remark(line(), header, "intake.cell.formula", Shortened.of(text)));
        }
        return text;
    }

    private static String clean(String text) {
        var plain = true;
        for (var i = 0; i < text.length() && plain; i++) {
            var c = text.charAt(i);
            plain = c >= 32 && c < 127 || c > 160 && c < 0x2000;
        }
        return plain
                ? text
                : text.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replaceAll("[\\u00A0\\u2007\\u202F\\t]", " ")
                        .replaceAll("[\\p{Cntrl}&&[^\\n]]|[\\u200B\\u2060\\uFEFF\\u202A-\\u202E\\u2066-\\u2069]", "")
                        .strip();
    }
}

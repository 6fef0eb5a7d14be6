package fi.seloste.imports;

import fi.seloste.intake.FileFormat;
import fi.seloste.intake.HeaderSet;
import fi.seloste.intake.Mapping;
import fi.seloste.register.Source;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.Arrays;
import java.util.List;

/** What the columns of a file are, and where it comes from. */
public record ColumnsPage(Import entry, Found found, List<Column> columns, Chosen chosen, Errors errors)
        implements View {

    /** What the file is, known by its bytes and headers, and whether its headers were seen before. */
    public record Found(FileFormat format, HeaderSet set, boolean remembered) {}

    /** A column with some of its values and the code of what becomes of it. */
    public record Column(String header, List<String> samples, String code) {}

    /** What has been chosen so far; the source is empty at first, so that nobody chooses one by doing nothing. */
    public record Chosen(Mapping mapping, String source, String detail) {

        static Chosen of(Import entry) {
            var sourcing = entry.sourcing();
            return sourcing == null
                    ? new Chosen(entry.content().mapping(), "", "")
                    : new Chosen(
                            entry.content().mapping(),
                            sourcing.source().code(),
                            sourcing.detail() == null ? "" : sourcing.detail());
        }

        Sourcing sourcing() {
            return Sourcing.of(source.equals("null") ? "" : source, detail);
        }
    }

    @Override
    public String as() {
        return "customer";
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    /** Collected from the person (Art. 13). */
    public List<String> ownSources() {
        return Arrays.stream(Source.values())
                .filter(Source::isOfSubject)
                .map(Source::code)
                .toList();
    }

    /** Found elsewhere: these people have to be told (Art. 14). */
    public List<String> otherSources() {
        return Arrays.stream(Source.values())
                .filter(source -> !source.isOfSubject())
                .map(Source::code)
                .toList();
    }

    public boolean isUndecided(Column column) {
        return column.code().equals("unmapped");
    }
}

package fi.seloste.notice;

import fi.seloste.base.Sentence;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every notice that was ever in force, and what differs between two of them. */
public record VersionsPage(
        Locale language, List<Row> rows, @Nullable Compared compared) implements View {

    public record Row(int number, String since, String note, boolean material, boolean inForce) {}

    public record Compared(int from, int to, List<Change> changes, String concerned) {}

    /** A difference in words, and whether the people concerned had to be told of it. */
    public record Change(String words, boolean material) {}

    static VersionsPage of(List<Version> versions, Locale language) {
        var rows = versions.stream()
                .map(one -> new Row(
                        one.number(),
                        Sentence.of("notice.versions.since", one.published().effectiveOn())
                                .in(language),
                        one.judged().note(),
                        one.judged().material(),
                        one.equals(versions.getFirst())))
                .toList();
        return new VersionsPage(language, rows, null);
    }

    VersionsPage comparing(Edition from, Edition to) {
        var amendments = Diff.between(from.declaration(), to.declaration()).stream()
                .filter(one -> !one.isOfPublication())
                .toList();
        return new VersionsPage(
                language,
                rows,
                new Compared(
                        number(from),
                        number(to),
                        amendments.stream()
                                .map(one -> new Change(one.in(language), one.material()))
                                .toList(),
                        concerned(amendments, to.declaration(), language)));
    }

    /** The groups of people whom material changes concern, by their names. */
    public static String concerned(List<Amendment> amendments, Declaration declaration, Locale language) {
        var groups = new TreeSet<String>();
        amendments.forEach(one -> groups.addAll(one.groups()));
        return groups.stream()
                .filter(declaration.processing().groups()::containsKey)
                .map(id -> Declaration.Processing.known(declaration.processing().groups(), id)
                        .name()
                        .in(language))
                .collect(Collectors.joining("; "));
    }

    private static int number(Edition edition) {
        return edition.version().map(Version::number).orElse(0);
    }

    public int newest() {
        return rows.isEmpty() ? 0 : rows.getFirst().number();
    }
}

package fi.seloste.lists;

import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.intake.CsvFile;
import fi.seloste.register.OrganisationQuery;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.OrganisationRow;
import fi.seloste.register.Part;
import fi.seloste.register.PeopleQuery;
import fi.seloste.register.PersonRow;
import fi.seloste.register.Register;
import fi.seloste.register.Slice;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes lists out. Rows are read a thousand at a time, and the consultation of each thousand is committed before they leave: whoever is
 * in the file was consulted, even when the download breaks off.
 */
@Component
class Exporting {

    private static final int AT_ONCE = 1_000;

    private final Register register;
    private final OrganisationRegister organisations;
    private final Evidence evidence;
    private final Purposes purposes;
    private final ExportCells cells;

    Exporting(
            Register register,
            OrganisationRegister organisations,
            Evidence evidence,
            Purposes purposes,
            ExportCells cells) {
        this.register = register;
        this.organisations = organisations;
        this.evidence = evidence;
        this.purposes = purposes;
        this.cells = cells;
    }

    /** A file that is read while it is written. */
    interface File {
        void write(Writer out, Locale locale);
    }

    File all(ListAddress at, Purpose purpose, Actor actor) {
        if (at.kind() == Kind.PEOPLE) {
            var query = PeopleQuery.of(at.words());
            return people(
                    at,
                    purpose,
                    actor,
                    rows -> pages(
                            mark -> purposes.as(
                                    purpose,
                                    () -> register.list(
                                            query.at(Part.after(mark, AT_ONCE)), Evidence.How.EXPORT, actor)),
                            rows));
        }
        var query = OrganisationQuery.of(at.words());
        return firms(
                at,
                purpose,
                actor,
                rows -> pages(
                        mark -> purposes.as(purpose, () -> organisations.list(query.at(Part.after(mark, AT_ONCE)))),
                        rows));
    }

    File some(ListAddress at, List<UUID> ids, Purpose purpose, Actor actor) {
        if (ids.isEmpty()) {
            throw Problem.invalid("id", "lists.chosen.nobody");
        }
        if (at.kind() == Kind.PEOPLE) {
            var people = ids.stream().map(PersonId::new).toList();
            return people(
                    at,
                    purpose,
                    actor,
                    rows -> rows.accept(purposes.as(
                            purpose, () -> register.rows(register.visible(people), Evidence.How.EXPORT, actor))));
        }
        var firms = ids.stream().map(OrganisationId::new).toList();
        return firms(at, purpose, actor, rows -> rows.accept(purposes.as(purpose, () -> organisations.rows(firms))));
    }

    private File people(ListAddress at, Purpose purpose, Actor actor, Consumer<Consumer<List<PersonRow>>> source) {
        var columns = PeopleColumn.of(at);
        purposes.as(purpose, () -> note(at, actor));
        return (out, locale) -> {
            var wording = cells.wording(locale);
            var headings = new ArrayList<>(
                    columns.stream().map(column -> wording.t(column.key())).toList());
            headings.add(wording.t("lists.column.standing"));
            var file = CsvFile.begun(out, headings);
            source.accept(rows -> rows.forEach(row -> {
                var line = new ArrayList<>(columns.stream()
                        .map(column -> cells.person(row, column, wording))
                        .toList());
                line.add(cells.standing(row, wording));
                file.line(line);
            }));
        };
    }

    private File firms(ListAddress at, Purpose purpose, Actor actor, Consumer<Consumer<List<OrganisationRow>>> source) {
        var columns = OrganisationColumn.of(at);
        purposes.as(purpose, () -> note(at, actor));
        return (out, locale) -> {
            var wording = cells.wording(locale);
            var file = CsvFile.begun(
                    out, columns.stream().map(column -> wording.t(column.key())).toList());
            source.accept(rows -> rows.forEach(row -> file.line(columns.stream()
                    .map(column -> cells.organisation(row, column))
                    .toList())));
        };
    }

    /** What was asked for stands in the words' names only: their values may name somebody. */
    private void note(ListAddress at, Actor actor) {
        evidence.record(
                actor,
                Act.of("export")
                        .with(Map.of(
                                "list", at.kind().code(),
                                "conditions", String.join(", ", at.words().keySet()))));
    }

    private static <T> void pages(Function<@Nullable String, Slice<T>> read, Consumer<List<T>> rows) {
        @Nullable String mark = null;
        do {
            var page = read.apply(mark);
            rows.accept(page.items());
            mark = page.next();
        } while (mark != null);
    }
}

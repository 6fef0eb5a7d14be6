package fi.seloste.movers;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.ui.Said;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipInputStream;

/** Finds out whose export a file is, by what is in it, and reads it. What is not understood is refused with its line, and nothing comes in. */
final class ExportReading {

    private static final int MOST_PEOPLE = 500_000;
    private static final long MOST_BYTES = 300_000_000;
    private static final int MOST_FILES = 50;
    /** Of an audience nobody was ever cleaned from, the list of the cleaned has headers alone. */
    private static final Set<String> NOBODY = Set.of("intake.file.noRows", "intake.file.empty");

    private ExportReading() {}

    static Export read(String name, byte[] file) {
        if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
            return mailchimp(file);
        }
        if (ListmonkAnswer.is(file)) {
            return new Export(Tool.LISTMONK, ListmonkAnswer.people(file));
        }
        var list = ExportList.of("", file);
        var headers = list.headers();
        if (headers.contains("email") && headers.contains("status") && headers.contains("attributes")) {
            return new Export(Tool.LISTMONK, people(list, Listmonk::person));
        }
        if (headers.contains("email") && headers.stream().anyMatch(Mautic.BANNED::contains)) {
            return new Export(Tool.MAUTIC, people(list, Mautic::person));
        }
        // Somebody took the lists out of the zip: which of them it is, is told by the name alone.
        var state = Mailchimp.state(name.replaceFirst("^.*[/\\\\]", ""));
        if (state != null && headers.contains("email address")) {
            return new Export(Tool.MAILCHIMP, people(list, row -> Mailchimp.person(row, state)));
        }
        throw unknown(headers);
    }

    private static Problem unknown(Set<String> headers) {
        return Problem.invalid(
                "file",
                Mautic.looksLike(headers) ? "movers.file.noDnc" : "movers.file.unknown",
                Shortened.of(String.join(", ", headers)));
    }

    /** A zip with a list for each state of its members; the state is told by the beginning of a name, and other files are let lie. */
    private static Export mailchimp(byte[] file) {
        var people = new ArrayList<Exported>();
        boolean known = false;
        int files = 0;
        long bytes = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("[Content_Types].xml")) {
                    throw Problem.invalid("file", "intake.file.excel");
                }
                var name = entry.getName().replaceFirst("^.*[/\\\\]", "");
                var state = Mailchimp.state(name);
                if (++files > MOST_FILES) {
                    throw Problem.invalid("file", "movers.zip.files", MOST_FILES);
                }
                if (state == null || entry.isDirectory()) {
                    continue;
                }
                var content = zip.readNBytes((int) (MOST_BYTES - bytes + 1));
                bytes += content.length;
                if (bytes > MOST_BYTES) {
                    throw Problem.invalid("file", "movers.zip.size", MOST_BYTES / 1_000_000);
                }
                known = true;
                people.addAll(inZip(name, content, state));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.invalid("file", "movers.zip.broken");
        }
        if (!known) {
            throw Problem.invalid("file", "movers.zip.unknown");
        }
        if (people.isEmpty()) {
            throw Problem.invalid("file", "movers.file.empty");
        }
        return new Export(Tool.MAILCHIMP, List.copyOf(people));
    }

    private static List<Exported> inZip(String name, byte[] content, Mailchimp.State state) {
        ExportList list;
        try {
            list = ExportList.of(name, content);
        } catch (Problem.Invalid e) {
            if (NOBODY.contains(e.key())) {
                return List.of();
            }
            throw Problem.invalid("file", "movers.inFile", name, Said.of(e.key(), e.arguments()));
        }
        if (!list.headers().contains("email address")) {
            throw Problem.invalid(
                    "file",
                    "movers.inFile",
                    name,
                    Said.of("movers.file.noAddress", Shortened.of(String.join(", ", list.headers()))));
        }
        return people(list, row -> Mailchimp.person(row, state));
    }

    private static List<Exported> people(ExportList list, Function<ExportRow, Exported> person) {
        var people = new ArrayList<Exported>();
        list.rows(row -> {
            if (people.size() == MOST_PEOPLE) {
                throw Problem.invalid("file", "movers.file.large", MOST_PEOPLE);
            }
            people.add(person.apply(row).onLine(row.line()));
        });
        if (people.isEmpty() && list.file().isEmpty()) {
            throw Problem.invalid("file", "movers.file.empty");
        }
        return people;
    }
}

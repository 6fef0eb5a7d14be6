package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.base.RequestId;
import fi.seloste.datamap.Walk;
import fi.seloste.evidence.Evidence;
import fi.seloste.installation.DataFolder;
import fi.seloste.store.Blobs;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import fi.seloste.store.Recurring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;

/** The next start after a death, and all that can be told of where a request has come to. */
@TestComponent
class Ends {

    private final Office office;
    private final Reconciliation reconciliation;
    private final Journal journal;
    private final Walk walk;
    private final Evidence evidence;
    private final List<Recurring> recurring;
    private final DataFolder folder;
    private final Blobs blobs;

    Ends(
            Office office,
            Reconciliation reconciliation,
            Journal journal,
            Walk walk,
            Evidence evidence,
            List<Recurring> recurring,
            DataFolder folder,
            Blobs blobs) {
        this.office = office;
        this.reconciliation = reconciliation;
        this.journal = journal;
        this.walk = walk;
        this.evidence = evidence;
        this.recurring = recurring;
        this.folder = folder;
        this.blobs = blobs;
    }

    /** Whom a request is about, and a file of theirs. */
    record Subject(PersonId person, RequestId request, String email, UUID file) {}

    /** What the start does before the house listens, then the jobs, then the rounds that tidy. */
    void restart() {
        reconciliation.reconcile();
        office.work();
        files().forEach(Ends::age);
        round("rights-sweep");
        round("remove-files");
        round("sweep-files");
    }

    void round(String name) {
        recurring.stream().filter(one -> one.name().equals(name)).forEach(Recurring::run);
    }

    /** Old enough that nobody can still be writing it. */
    private static void age(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> of(Subject subject) {
        var request = office.rights.get(subject.request());
        var id = "request_id = '%s'".formatted(subject.request());
        var end = new TreeMap<String, Object>();
        end.put("state", request.state());
        end.put("steps", steps(subject.request()));
        end.put("evidence", acts(subject.request()));
        end.put("journal", lines(subject.request()));
        end.put("known lines", office.count("rights.journal_line", id));
        end.put("letters", letters(subject.email()));
        end.put("certificates", office.count("rights.certificate", id));
        end.put("erasures", office.count("rights.erasure", id));
        end.put("packages", office.count("rights.package", id));
        end.put("suppressions", office.count("suppression.entry", id));
        end.put("restrictions in force", office.count("rights.restriction", id + " and lifted_at is null"));
        end.put("file is there", Files.exists(blobs.file(subject.file())));
        end.put("kept about the person", kept(subject.person()));
        end.put("jobs", office.count("store.scheduled_tasks", "task_name <> 'letter'"));
        end.put("orphans", orphans());
        return end;
    }

    private List<String> steps(RequestId request) {
        return office.asOwner(() -> office.jdbc
                .sql("select name from rights.step where request_id = :id order by step_id")
                .param("id", request.value())
                .query(String.class)
                .list());
    }

    private List<String> acts(RequestId request) {
        return office.purposes.as(Purpose.RIGHTS, () -> evidence.about(request.value())).stream()
                .map(Evidence.Line::act)
                .toList();
    }

    private List<String> lines(RequestId request) {
        return lines(journal).stream()
                .filter(line -> line.request().equals(request))
                .map(Journal.Line::act)
                .sorted() // a line that a job writes comes before or after those of the act
                .toList();
    }

    private List<String> letters(String email) {
        return office.lettersTo(email).stream().map(Mail.Sent::kind).sorted().toList();
    }

    private Map<String, Long> kept(PersonId person) {
        return walk.sections(person).stream()
                .filter(section -> section.rows() > 0)
                .collect(Collectors.toMap(
                        s -> s.table().qualified(), Walk.Section::rows, (one, other) -> one, TreeMap::new));
    }

    /** Files that no row names. */
    private List<String> orphans() {
        var named = Set.copyOf(
                office.asOwner(() -> office.jdbc.sql("""
                        select blob_id::text from store.blob
                        union all
                        select 'answer-' || package_id || '.zip' from rights.package""").query(String.class).list()));
        return files().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !named.contains(name))
                .toList();
    }

    private List<Path> files() {
        try (var answers = Files.walk(folder.exports());
                var kept = Files.walk(folder.blobs())) {
            return java.util.stream.Stream.concat(answers, kept)
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Journal.Line> lines(Journal journal) {
        var lines = new ArrayList<Journal.Line>();
        journal.each(lines::add);
        return lines;
    }
}

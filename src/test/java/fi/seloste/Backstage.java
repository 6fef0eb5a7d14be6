package fi.seloste;

import com.microsoft.playwright.Page;
import fi.seloste.store.Job;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens behind the pages while a browser walks: jobs are done, letters are read, packages are opened. */
@TestComponent
class Backstage {

    private final List<Job> jobs;
    private final Mail mail;
    private final Purposes purposes;
    private final JdbcClient jdbc;

    Backstage(List<Job> jobs, Mail mail, Purposes purposes, JdbcClient jdbc) {
        this.jobs = jobs;
        this.mail = mail;
        this.purposes = purposes;
        this.jdbc = jdbc;
    }

    /** What jobs would do, until none is left; the test's letters are written down, not sent. */
    void work() {
        for (var waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
            for (var one : waiting) {
                jobs.stream().filter(j -> j.name().equals(one.taskName())).forEach(j -> j.run(one.taskInstance()));
            }
        }
    }

    private List<Waiting> waiting() {
        return purposes.as(Purpose.TECHNICAL, () -> {
            var found = jdbc.sql(
                            "select task_name, task_instance from store.scheduled_tasks where task_name <> 'letter'")
                    .query(Waiting.class)
                    .list();
            jdbc.sql("delete from store.scheduled_tasks").update();
            return found;
        });
    }

    record Waiting(String taskName, String taskInstance) {}

    /** What the newest letter that fits says; a form may still be on its way. */
    String found(Page page, String address, String pattern) {
        var wanted = Pattern.compile(pattern);
        for (int tries = 0; tries < 600; tries++) {
            var match = mail.newest(20).stream()
                    .filter(letter -> letter.recipient().equals(address))
                    .limit(1)
                    .map(letter -> wanted.matcher(letter.body()))
                    .filter(Matcher::find)
                    .findFirst();
            if (match.isPresent()) {
                return match.get().group(1);
            }
            page.waitForTimeout(100);
        }
        throw new AssertionError("No letter to %s says %s".formatted(address, pattern));
    }

    static Map<String, String> unzip(Path file) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}

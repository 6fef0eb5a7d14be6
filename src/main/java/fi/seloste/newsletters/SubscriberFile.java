package fi.seloste.newsletters;

import fi.seloste.base.Paging;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.intake.CsvFile;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who subscribes to a newsletter as a spreadsheet reads it. Each part is committed as consulted before it leaves. */
@Component
class SubscriberFile {

    private final Subscribing subscribing;
    private final Evidence evidence;
    private final Purposes purposes;
    private final Texts texts;

    SubscriberFile(Subscribing subscribing, Evidence evidence, Purposes purposes, Texts texts) {
        this.subscribing = subscribing;
        this.evidence = evidence;
        this.purposes = purposes;
        this.texts = texts;
    }

    /** Of those whom the words find, or without words of all. */
    void send(Topic topic, String words, SignedIn viewer, HttpServletResponse response) throws IOException {
        purposes.as(
                Purpose.MARKETING,
                () -> evidence.record(
                        viewer.actor(),
                        Act.of("export").about("newsletter", topic.id()).with(Map.of("list", "subscribers"))));
        var headings = Stream.of("reader", "email", "since", "rhythm")
                .map(one -> say(viewer, "newsletters." + one))
                .toList();
        var parts = new CsvFile.Parts<Subscriber>(
                after -> subscribing.list(
                        topic, words, new Paging(Paging.MOST, after), Evidence.How.EXPORT, viewer.actor()),
                one -> cells(one, viewer),
                say(viewer, "campaigns.csv.notWhole"));
        CsvFile.send(response, "subscribers.csv", headings, parts);
    }

    private List<String> cells(Subscriber one, SignedIn viewer) {
        return List.of(
                one.name(),
                Objects.requireNonNullElse(one.email(), ""),
                one.since().atZone(viewer.zone()).toLocalDate().toString(),
                say(viewer, "newsletters.rhythm." + one.rhythm().code()));
    }

    private String say(SignedIn viewer, String key) {
        return texts.say(viewer.locale(), key);
    }
}

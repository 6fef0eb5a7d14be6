package fi.seloste.newsletters;

import de.siegmar.fastcsv.writer.CsvWriter;
import fi.seloste.base.Paging;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.intake.Formula;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Texts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who subscribes to a newsletter as a spreadsheet reads it. Each part is committed as consulted before it leaves. */
@Component
class SubscriberFile {

    private static final String MARK = "\uFEFF";

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

    void write(Topic topic, SignedIn viewer, Writer out) throws IOException {
        purposes.as(
                Purpose.MARKETING,
                () -> evidence.record(
                        viewer.actor(),
                        Act.of("export").about("newsletter", topic.id()).with(Map.of("list", "subscribers"))));
        out.write(MARK);
        var csv = CsvWriter.builder().fieldSeparator(';').bufferSize(0).build(out);
        csv.writeRecord(Stream.of("reader", "email", "since", "rhythm")
                .map(one -> say(viewer, "newsletters." + one))
                .toList());
        @Nullable String after = null;
        do {
            var part = subscribing.list(topic, new Paging(Paging.MOST, after), Evidence.How.EXPORT, viewer.actor());
            part.items().forEach(one -> csv.writeRecord(cells(one, viewer)));
            after = part.next();
        } while (after != null);
    }

    private List<String> cells(Subscriber one, SignedIn viewer) {
        return Stream.of(
                        one.name(),
                        Objects.requireNonNullElse(one.email(), ""),
                        one.since().atZone(viewer.zone()).toLocalDate().toString(),
                        say(viewer, "newsletters.rhythm." + one.rhythm().code()))
                .map(Formula::neutral)
                .toList();
    }

    private String say(SignedIn viewer, String key) {
        return texts.say(viewer.locale(), key);
    }
}

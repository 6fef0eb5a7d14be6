package fi.seloste.forms;

import fi.seloste.base.Actor;
import fi.seloste.base.NextName;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The door to forms as they are built, in the purpose of marketing: made, written, looked over, published, closed. */
@Component
public class Forms {

    private static final int SHOWN = 200;
    private static final int STEM = 50;

    private final FormRecords records;
    private final Checks checks;
    private final Kinds kinds;
    private final Files files;
    private final Evidence evidence;
    private final Clock clock;

    Forms(FormRecords records, Checks checks, Kinds kinds, Files files, Evidence evidence, Clock clock) {
        this.records = records;
        this.checks = checks;
        this.kinds = kinds;
        this.files = files;
        this.evidence = evidence;
        this.clock = clock;
    }

    @As(Purpose.MARKETING)
    public List<Form> newest() {
        return records.after(null, SHOWN);
    }

    @As(Purpose.MARKETING)
    public Paged<Form> list(Paging asked) {
        return Paged.of(records.after(asked.afterId(), asked.limit() + 1), asked, Form::id);
    }

    @As(Purpose.MARKETING)
    public Form get(UUID id) {
        return records.find(id).orElseThrow(() -> Problem.notFound("form"));
    }

    @As(Purpose.MARKETING)
    public UUID add(Form.Plan plan, Content content, Actor actor) {
        kinds.known(plan.kind());
        return records.add(plan, content, actor, clock.instant());
    }

    /** A draft that asks the same and goes the same way, at an address of its own; nobody's answers and no file come along. */
    @As(Purpose.MARKETING)
    public UUID copy(UUID id, Actor actor) {
        var first = get(id);
        var plan = first.plan();
        return records.add(
                plan.at(NextName.after(plan.name()), free(plan.slug())), first.content(), actor, clock.instant());
    }

    private String free(String slug) {
        var stem = slug.replaceAll("-\\d{1,4}$", "");
        var cut = stem.substring(0, Math.min(stem.length(), STEM)).replaceAll("-+$", "");
        int number = 2;
        while (records.isTaken(cut + "-" + number)) {
            number++;
        }
        return cut + "-" + number;
    }

    /** Visitors see no change before it is published. What a form is of stays. */
    @As(Purpose.MARKETING)
    public void change(UUID id, int seen, Form.Plan plan, Content content) {
        var form = records.hold(id);
        form.mustBeAt(seen);
        if (!plan.kind().equals(form.plan().kind())) {
            throw Problem.invalid("kind", "forms.kind.stays");
        }
        records.set(id, plan, content, clock.instant());
    }

    /** What the form hands out to whoever confirms an address; the next takes the place of the one before. */
    public void handOut(UUID id, String name, InputStream content, Actor actor) {
        files.keep(id, name, content, actor);
    }

    @As(Purpose.MARKETING)
    public List<Obstacle> obstacles(UUID id) {
        return checks.of(get(id));
    }

    /** Shows the form as it is now, if nothing is in the way; what was shown before is kept. */
    @As(Purpose.MARKETING)
    public Form.Edition publish(UUID id, Actor actor) {
        var form = records.hold(id);
        var found = checks.of(form);
        if (!found.isEmpty()) {
            throw Problem.conflict("forms.publish.obstacles", found.size());
        }
        var edition = records.publish(form, checks.frozen(form.content()), actor, clock.instant());
        evidence.record(actor, Act.of("form-published").about("form", id).with(Map.of("edition", edition.number())));
        return edition;
    }

    /** Nothing comes in any more; what came stays. */
    @As(Purpose.MARKETING)
    public void close(UUID id, Actor actor) {
        var form = records.hold(id);
        if (form.state() != Form.State.PUBLISHED) {
            throw Problem.conflict("forms.close.notOpen");
        }
        records.close(id, clock.instant());
        evidence.record(actor, Act.of("form-closed").about("form", id));
    }

    /** A draft that nobody ever saw. */
    @As(Purpose.MARKETING)
    public void remove(UUID id) {
        if (records.hold(id).course().edition() != null) {
            throw Problem.conflict("forms.remove.shown");
        }
        files.forget(id);
        records.remove(id);
    }

    /** Names of the open forms that could not go on to ask a field of the company's own, if it were of that category. */
    @As(Purpose.MARKETING)
    public List<String> barring(UUID own, String category) {
        return records.openNaming(own).stream()
                .filter(one -> checks.bars(one.content(), own, category))
                .map(FormRecords.Shown::name)
                .toList();
    }

    /** Names of the open forms that ask a field of the company's own. */
    @As(Purpose.MARKETING)
    public List<String> asking(UUID own) {
        return records.openNaming(own).stream()
                .filter(one -> one.content().asks(own))
                .map(FormRecords.Shown::name)
                .toList();
    }

    @As(Purpose.MARKETING)
    public Paged<Form.Edition> editions(UUID id, Paging asked) {
        return Paged.of(
                records.editions(get(id).id(), asked.afterNumber(), asked.limit() + 1), asked, Form.Edition::number);
    }
}

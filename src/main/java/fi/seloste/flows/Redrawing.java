package fi.seloste.flows;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.flows.Flow.State;
import fi.seloste.marketing.Block;
import fi.seloste.marketing.Content;
import fi.seloste.marketing.Lasting;
import fi.seloste.marketing.Marketing;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to what is drawn of a flow, beside what is in force, and to the mails in it. What is drawn away goes, and its mails with it that nobody has got. */
@Component
public class Redrawing {

    private final FlowRecords records;
    private final Lasting lasting;
    private final Marketing marketing;
    private final Clock clock;

    Redrawing(FlowRecords records, Lasting lasting, Marketing marketing, Clock clock) {
        this.records = records;
        this.lasting = lasting;
        this.marketing = marketing;
        this.clock = clock;
    }

    /** A draft of the steps as they are in force, where there is none yet. */
    @As(Purpose.MARKETING)
    public void draw(UUID id) {
        var flow = held(id);
        if (flow.draft() == null) {
            flow.mustBe(State.RUNNING, State.PAUSED);
            put(flow, inForce(flow));
        }
    }

    private Drawing inForce(Flow flow) {
        var edition = flow.course().edition();
        if (edition == null) {
            throw Problem.conflict("flows.notDrawn");
        }
        return records.edition(edition).orElseThrow().drawing();
    }

    /** Changes the draft; what somebody else drew meanwhile is refused. */
    @As(Purpose.MARKETING)
    public void redraw(UUID id, int seen, UnaryOperator<Drawing> change) {
        var flow = held(id);
        flow.mustBeAt(seen);
        if (flow.draft() == null) {
            throw Problem.stale("flows.stale");
        }
        put(flow, change.apply(flow.draft()));
    }

    /** What was drawn beside a flow in force is thrown away. */
    @As(Purpose.MARKETING)
    public void discard(UUID id) {
        var flow = held(id);
        flow.mustBe(State.RUNNING, State.PAUSED);
        put(flow, null);
    }

    /** In the running transaction; the mails of the draft before that are not in this one are nobody's any more. */
    void put(Flow flow, @Nullable Drawing drawing) {
        records.draw(flow.id(), drawing, clock.instant());
        if (flow.draft() != null) {
            var kept = drawing == null ? Set.of() : campaigns(drawing);
            campaigns(flow.draft()).stream()
                    .filter(mail -> !kept.contains(mail))
                    .forEach(lasting::forget);
        }
    }

    private static Set<UUID> campaigns(Drawing drawing) {
        return drawing.mails().stream().map(Step.Mail::campaign).collect(Collectors.toSet());
    }

    /** A mail without words yet, in the languages of the flow. */
    @As(Purpose.MARKETING)
    public UUID mail(Flow flow, String name, Actor actor) {
        var blocks = List.of(Block.empty(Block.Kind.HEADING), Block.empty(Block.Kind.TEXT));
        return mail(flow, name, new Content(flow.plan().mailing().languages(), Map.of(), Map.of(), blocks), actor);
    }

    /** A mail that brings its words. */
    @As(Purpose.MARKETING)
    public UUID mail(Flow flow, String name, Content content, Actor actor) {
        return lasting.add(flow.plan().mailing().plan(name), content, actor);
    }

    /** The campaign in which the words of a mail can be changed: where people have got it already, a copy that takes its place in the draft. */
    @As(Purpose.MARKETING)
    public UUID writable(UUID id, UUID step, Actor actor) {
        draw(id);
        var flow = held(id);
        var draft = flow.draft();
        if (draft == null || !(draft.get(step) instanceof Step.Mail mail)) {
            throw Problem.notFound("step");
        }
        if (marketing.get(mail.campaign()).isDraft()) {
            return mail.campaign();
        }
        var copy = lasting.copy(mail.campaign(), actor);
        put(flow, draft.replaced(new Step.Mail(mail.id(), copy)));
        return copy;
    }

    private Flow held(UUID id) {
        return records.hold(id).orElseThrow(() -> Problem.notFound("flow"));
    }
}

package fi.seloste.flows;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.Spot;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.flows.Flow.State;
import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Content;
import fi.seloste.marketing.Lasting;
import fi.seloste.marketing.Marketing;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to flows: drawn, begun, paused, ended, and who goes through them. Whoever is on the way goes on by the edition that they entered; what is
 * drawn anew holds for whoever enters after it.
 */
@Component
public class Flows {

    private final FlowRecords records;
    private final Passages passages;
    private final Adding adding;
    private final Obstacles obstacles;
    private final Redrawing redrawing;
    private final Lasting lasting;
    private final Marketing marketing;
    private final Evidence evidence;
    private final Purposes purposes;
    private final Clock clock;

    Flows(
            FlowRecords records,
            Passages passages,
            Adding adding,
            Obstacles obstacles,
            Redrawing redrawing,
            Lasting lasting,
            Marketing marketing,
            Evidence evidence,
            Purposes purposes,
            Clock clock) {
        this.records = records;
        this.passages = passages;
        this.adding = adding;
        this.obstacles = obstacles;
        this.redrawing = redrawing;
        this.lasting = lasting;
        this.marketing = marketing;
        this.evidence = evidence;
        this.purposes = purposes;
        this.clock = clock;
    }

    @As(Purpose.MARKETING)
    public Paged<Flow> touched(Paging asked) {
        return Paged.of(
                records.touched(asked.afterSpot(), asked.limit() + 1),
                asked,
                one -> new Spot(one.course().changedAt(), one.id()));
    }

    /** Those that people can enter. */
    @As(Purpose.MARKETING)
    public List<Flow> open() {
        return records.open();
    }

    @As(Purpose.MARKETING)
    public Paged<Flow> list(Paging asked) {
        return Paged.of(records.after(asked.afterId(), asked.limit() + 1), asked, Flow::id);
    }

    @As(Purpose.MARKETING)
    public Flow get(UUID id) {
        return records.find(id).orElseThrow(() -> Problem.notFound("flow"));
    }

    /** The editions that it has had, the newest first. */
    @As(Purpose.MARKETING)
    public List<Edition> editions(UUID id) {
        return records.editions(id);
    }

    @As(Purpose.MARKETING)
    public Optional<Edition> inForce(Flow flow) {
        var edition = flow.course().edition();
        return edition == null ? Optional.empty() : records.edition(edition);
    }

    @As(Purpose.MARKETING)
    public List<Deed> deeds(UUID id) {
        return records.deeds(id);
    }

    @As(Purpose.MARKETING)
    public List<Obstacle> obstacles(Flow flow) {
        return flow.draft() == null ? List.of() : obstacles.of(flow, flow.draft());
    }

    /** Mails of the draft on which a word stands that does not hold any more. Outside any purpose, since the right of whoever gave it is read on another login. */
    public List<Obstacle> lost(UUID id) {
        var draft = purposes.as(Purpose.MARKETING, () -> get(id)).draft();
        return draft == null
                ? List.of()
                : draft.mails().stream().flatMap(this::lost).toList();
    }

    private Stream<Obstacle> lost(Step.Mail mail) {
        return lasting.lost(mail.campaign()).map(lost -> obstacles.ofMail(mail, lost)).stream();
    }

    @As(Purpose.MARKETING)
    public UUID add(Flow.Plan plan, Actor actor) {
        mustBeGround(plan.mailing());
        var id = records.add(plan, Drawing.EMPTY, actor, clock.instant());
        records.did(id, "made", actor, clock.instant());
        evidence.record(actor, Act.of("flow-made").about("flow", id));
        return id;
    }

    /** With all its steps at once. */
    @As(Purpose.MARKETING)
    public UUID add(Flow.Plan plan, Function<Flow, Drawing> drawing, Actor actor) {
        var id = add(plan, actor);
        var flow = get(id);
        redrawing.put(flow, drawing.apply(flow));
        return id;
    }

    /** What is decided, and where steps are given all of them anew, as a draft beside what is in force. */
    @As(Purpose.MARKETING)
    public void rewrite(UUID id, int seen, Flow.Plan plan, @Nullable Function<Flow, Drawing> drawing) {
        settle(id, seen, plan);
        if (drawing != null) {
            var flow = get(id);
            redrawing.put(flow, drawing.apply(flow));
        }
    }

    /** What is decided besides the steps. Mails that are still drafts follow; those that people have got stay as they were. */
    @As(Purpose.MARKETING)
    public void settle(UUID id, int seen, Flow.Plan plan) {
        var flow = held(id);
        flow.mustBeAt(seen);
        mustBeGround(plan.mailing());
        records.set(id, plan, clock.instant());
        if (flow.draft() != null) {
            flow.draft().mails().forEach(mail -> follow(mail, plan.mailing()));
        }
    }

    private void follow(Step.Mail mail, Flow.Mailing mailing) {
        var campaign = marketing.get(mail.campaign());
        if (campaign.isDraft()) {
            var there = campaign.content();
            var content = new Content(mailing.languages(), there.subjects(), there.why(), there.blocks());
            lasting.follow(campaign.id(), mailing.plan(campaign.name()), content);
        }
    }

    private void mustBeGround(Flow.Mailing mailing) {
        var code = mailing.topic() == null ? mailing.purpose() : mailing.purpose() + "/" + mailing.topic();
        if (lasting.grounds().stream().noneMatch(one -> one.code().equals(code))) {
            throw Problem.invalid("ground", "flows.ground.unknown", code);
        }
    }

    /** What is drawn holds from now on, for whoever enters from now on. Outside any purpose, since the right of whoever approved a mail is read on another login. */
    public void start(UUID id, Actor actor) {
        var seen = purposes.as(Purpose.MARKETING, () -> get(id)).draft();
        if (seen == null) {
            throw Problem.conflict("flows.notDrawn");
        }
        lost(id).stream().findFirst().ifPresent(Flows::blocked);
        purposes.as(Purpose.MARKETING, () -> start(id, seen, actor));
    }

    /** Each mail is looked over as it is opened; the first that is wrong undoes all of it. */
    private void start(UUID id, Drawing seen, Actor actor) {
        var flow = held(id);
        if (!seen.equals(flow.draft())) {
            throw Problem.stale("flows.stale");
        }
        obstacles.besideMails(flow, seen).stream().findFirst().ifPresent(Flows::blocked);
        for (var mail : seen.mails()) {
            lasting.open(mail.campaign(), actor).stream()
                    .findFirst()
                    .ifPresent(wrong -> blocked(obstacles.ofMail(mail, wrong)));
        }
        records.start(flow, seen, actor, clock.instant());
        did(id, "started", actor);
    }

    private static void blocked(Obstacle first) {
        throw Problem.conflict("flows.blocked", first.said());
    }

    /** Nobody is led on and nothing leaves; who comes meanwhile enters and waits. */
    @As(Purpose.MARKETING)
    public void pause(UUID id, Actor actor) {
        held(id).mustBe(State.RUNNING);
        records.move(id, State.PAUSED, clock.instant());
        mails(id).forEach(mail -> lasting.hold(mail, true, actor));
        did(id, "paused", actor);
    }

    @As(Purpose.MARKETING)
    public void resume(UUID id, Actor actor) {
        held(id).mustBe(State.PAUSED);
        records.move(id, State.RUNNING, clock.instant());
        mails(id).forEach(mail -> lasting.hold(mail, false, actor));
        did(id, "resumed", actor);
    }

    /** Everybody leaves, and nobody enters any more. */
    @As(Purpose.MARKETING)
    public void end(UUID id, Actor actor) {
        var flow = held(id);
        flow.mustBe(State.RUNNING, State.PAUSED);
        records.move(id, State.ENDED, clock.instant());
        redrawing.put(flow, null);
        adding.endAll(id);
        passages.leaveHidden(clock.instant());
        passages.leaveAll(id, null, "ended", clock.instant());
        mails(id).forEach(mail -> lasting.close(mail, actor));
        did(id, "ended", actor);
    }

    private void did(UUID id, String kind, Actor actor) {
        records.did(id, kind, actor, clock.instant());
        evidence.record(actor, Act.of("flow-" + kind).about("flow", id));
    }

    /** Of a flow that runs the mails that do not leave all the same, since somebody or something paused them. */
    @As(Purpose.MARKETING)
    public List<Campaign> stopped(Flow flow) {
        return flow.state() != State.RUNNING
                ? List.of()
                : mails(flow.id()).stream()
                        .map(marketing::get)
                        .filter(mail -> mail.state() == Campaign.State.PAUSED)
                        .toList();
    }

    /** The campaigns of all its editions. */
    private List<UUID> mails(UUID id) {
        return records.editions(id).stream()
                .flatMap(edition -> edition.drawing().mails().stream())
                .map(Step.Mail::campaign)
                .distinct()
                .filter(mail -> marketing.get(mail).state() != Campaign.State.DRAFT)
                .toList();
    }

    /** Lets these people enter; how many did. */
    @As(Purpose.MARKETING)
    public int add(UUID id, List<PersonId> people, Actor actor) {
        held(id).mustBe(State.RUNNING, State.PAUSED);
        int entered = people.isEmpty() ? 0 : passages.enter(id, people, clock.instant());
        records.did(id, "people-added", actor, clock.instant());
        evidence.record(actor, Act.of("flow-people-added").about("flow", id).with(Map.of("people", entered)));
        return entered;
    }

    private Flow held(UUID id) {
        return records.hold(id).orElseThrow(() -> Problem.notFound("flow"));
    }
}

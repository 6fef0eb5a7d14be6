package fi.seloste.flows;

import fi.seloste.base.Paging;
import fi.seloste.base.Sentence;
import fi.seloste.evidence.Evidence;
import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Figures;
import fi.seloste.marketing.Lasting;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.Targeting;
import fi.seloste.register.PersonRow;
import fi.seloste.register.Register;
import fi.seloste.senders.Senders;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the pages of flows together. */
@Component
class FlowDesk {

    private static final int FOUND = 8;

    private final Flows flows;
    private final Whereabouts whereabouts;
    private final Beginnings beginnings;
    private final Titles titles;
    private final Adding adding;
    private final Lasting lasting;
    private final Marketing marketing;
    private final Targeting targeting;
    private final Senders senders;
    private final Register register;
    private final ObjectProvider<Figures> figures;
    private final Purposes purposes;

    FlowDesk(
            Flows flows,
            Whereabouts whereabouts,
            Beginnings beginnings,
            Titles titles,
            Adding adding,
            Lasting lasting,
            Marketing marketing,
            Targeting targeting,
            Senders senders,
            Register register,
            ObjectProvider<Figures> figures,
            Purposes purposes) {
        this.flows = flows;
        this.whereabouts = whereabouts;
        this.beginnings = beginnings;
        this.titles = titles;
        this.adding = adding;
        this.lasting = lasting;
        this.marketing = marketing;
        this.targeting = targeting;
        this.senders = senders;
        this.register = register;
        this.figures = figures;
        this.purposes = purposes;
    }

    FlowListPage list(@Nullable String after, Locale language) {
        return purposes.as(Purpose.MARKETING, () -> {
            var read = flows.touched(Paging.of(null, after));
            var within = whereabouts.within(read.items().stream().map(Flow::id).toList());
            return new FlowListPage(read.map(
                    one -> new FlowListPage.Row(one, beginning(one, language), within.getOrDefault(one.id(), 0))));
        });
    }

    private String beginning(Flow flow, Locale language) {
        var trigger = flow.plan().trigger();
        return beginning(trigger.kind(), beginnings.name(trigger, language), language);
    }

    private static String beginning(Trigger.Kind kind, String what, Locale language) {
        return Sentence.of("flows.begins." + kind.code(), what).in(language);
    }

    FlowPage page(UUID id, boolean drawing, String words, Errors errors, SignedIn viewer) {
        var lost = flows.lost(id);
        return purposes.as(Purpose.MARKETING, () -> {
            var flow = flows.get(id);
            var shown = new FlowPage.Adding(audiences(), found(words, viewer), words, underWay(id));
            var around = new FlowPage.Around(
                    beginning(flow, viewer.locale()),
                    ground(flow, viewer.locale()),
                    sender(flow),
                    flows.deeds(id),
                    flows.stopped(flow),
                    shown);
            return new FlowPage(flow, drawn(flow, drawing, lost), numbers(flow), around, errors);
        });
    }

    private List<FlowPage.UnderWay> underWay(UUID id) {
        return adding.of(id).stream()
                .map(one -> new FlowPage.UnderWay(one, titles.nameOf(one.audience())))
                .toList();
    }

    private FlowPage.Drawn drawn(Flow flow, boolean drawing, List<Obstacle> lost) {
        var edition = flows.inForce(flow).orElse(null);
        var draft = flow.draft();
        if (draft != null && (drawing || edition == null)) {
            return drawn(flow, edition, draft, obstacles(flow, lost), true);
        }
        return drawn(flow, edition, edition == null ? Drawing.EMPTY : edition.drawing(), obstacles(flow, lost), false);
    }

    /** Where a word does not hold any more since whoever gave it lost the right, that is told too, once for each mail. */
    private List<Obstacle> obstacles(Flow flow, List<Obstacle> lost) {
        return Stream.concat(flows.obstacles(flow).stream(), lost.stream())
                .distinct()
                .toList();
    }

    private FlowPage.Drawn drawn(
            Flow flow, @Nullable Edition edition, Drawing steps, List<Obstacle> obstacles, boolean draws) {
        var standing = whereabouts.standing(flow.id());
        return new FlowPage.Drawn(
                draws, edition, nodes(steps, steps.steps(), standing, draws ? obstacles : List.of()), obstacles);
    }

    private List<Node> nodes(Drawing drawing, List<Step> steps, Map<UUID, Integer> standing, List<Obstacle> wrong) {
        return steps.stream().map(step -> node(drawing, step, standing, wrong)).toList();
    }

    private Node node(Drawing drawing, Step step, Map<UUID, Integer> standing, List<Obstacle> wrong) {
        var sides = step instanceof Step.Condition one
                ? new Node.Sides(nodes(drawing, one.yes(), standing, wrong), nodes(drawing, one.no(), standing, wrong))
                : Node.Sides.NONE;
        var said = wrong.stream()
                .filter(one -> step.id().equals(one.step()))
                .map(Obstacle::here)
                .toList();
        return new Node(step, titles.of(drawing, step), standing.getOrDefault(step.id(), 0), said, letter(step), sides);
    }

    private Node.@Nullable Letter letter(Step step) {
        if (!(step instanceof Step.Mail mail)) {
            return null;
        }
        var campaign = marketing.get(mail.campaign());
        if (!campaign.isBegun()) {
            return new Node.Letter(campaign, null, List.of());
        }
        var numbers = marketing.numbers(List.of(campaign.id())).get(campaign.id());
        var told = figures.orderedStream()
                .flatMap(module -> module.of(campaign.id()).stream())
                .toList();
        return new Node.Letter(campaign, numbers, told);
    }

    private FlowPage.Numbers numbers(Flow flow) {
        var byEdition = whereabouts.byEdition(flow.id());
        int within = byEdition.values().stream().mapToInt(Integer::intValue).sum();
        int now = flow.course().edition() == null
                ? 0
                : byEdition.getOrDefault(flow.course().edition(), 0);
        return new FlowPage.Numbers(within, within - now, whereabouts.left(flow.id()));
    }

    private String ground(Flow flow, Locale language) {
        var code = FlowForm.ground(flow.plan().mailing());
        return lasting.grounds().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(one -> one.name().in(language))
                .orElse("");
    }

    private String sender(Flow flow) {
        Campaign.Sender said = flow.plan().mailing().sender();
        var chosen = said.chosen();
        if (chosen == null) {
            return said.name();
        }
        var face = senders.get(chosen).face();
        return (said.name().isEmpty() ? face.name() : said.name()) + " <" + face.address() + ">";
    }

    private List<Option> audiences() {
        return targeting.newest().stream()
                .map(one -> new Option(one.id().toString(), one.name()))
                .toList();
    }

    private List<PersonRow> found(String words, SignedIn viewer) {
        return words.isBlank() ? List.of() : register.find(words, FOUND, Evidence.How.LIST, viewer.actor());
    }

    FlowForm empty(SignedIn viewer) {
        var grounds = lasting.grounds();
        return FlowForm.empty(
                Trigger.Kind.HAND.code(),
                grounds.isEmpty() ? "" : grounds.getFirst().code(),
                viewer.account().name(),
                viewer.account().language());
    }

    FlowFormPage form(@Nullable Flow flow, FlowForm form, Errors errors, Locale language) {
        var triggers = new ArrayList<Option>();
        beginnings
                .offered(form, language)
                .forEach(of -> of.options()
                        .forEach(one -> triggers.add(new Option(
                                Beginnings.written(new Trigger(of.kind(), one.value())),
                                beginning(of.kind(), one.label(), language)))));
        triggers.add(new Option(Trigger.Kind.HAND.code(), beginning(Trigger.Kind.HAND, "", language)));
        var grounds = lasting.grounds().stream()
                .map(one -> new Option(one.code(), one.name().in(language)))
                .toList();
        return new FlowFormPage(flow, new FlowFormPage.Choices(triggers, grounds, senders()), form, errors);
    }

    private List<Option> senders() {
        return purposes.as(Purpose.MARKETING, senders::all).stream()
                .map(one -> new Option(
                        one.id().toString(),
                        one.face().name() + " <" + one.face().address() + ">"))
                .toList();
    }
}

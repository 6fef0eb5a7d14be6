package fi.seloste.marketing;

import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.base.Sentence;
import fi.seloste.notice.Notice;
import fi.seloste.senders.Senders;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Relay;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Puts the pages of campaigns together. */
@Component
class CampaignDesk {

    private final Marketing marketing;
    private final Targeting targeting;
    private final Checks checks;
    private final TopicSource topics;
    private final Notice notice;
    private final Relay relay;
    private final Senders senders;
    private final Templating templating;
    private final ApprovalCards approvals;
    private final Halting halting;
    private final ObjectProvider<Figures> figures;
    private final Purposes purposes;

    CampaignDesk(
            Marketing marketing,
            Targeting targeting,
            Checks checks,
            TopicSource topics,
            Notice notice,
            Relay relay,
            Senders senders,
            Templating templating,
            ApprovalCards approvals,
            Halting halting,
            ObjectProvider<Figures> figures,
            Purposes purposes) {
        this.marketing = marketing;
        this.targeting = targeting;
        this.checks = checks;
        this.topics = topics;
        this.notice = notice;
        this.relay = relay;
        this.senders = senders;
        this.templating = templating;
        this.approvals = approvals;
        this.halting = halting;
        this.figures = figures;
        this.purposes = purposes;
    }

    /** {@code waits}: whoever asks waits until it is found out whom it reaches, however many they are. */
    CampaignPage page(UUID id, boolean waits, Errors errors, SignedIn viewer) {
        var language = viewer.locale();
        var looked = marketing.see(id, waits);
        var begun = looked.campaign().isBegun();
        var plan = looked.campaign().plan();
        var purpose = notice.inForce()
                .purpose(plan.purpose())
                .map(one -> one.name().in(language))
                .orElse("");
        var ground = topics.find(plan.topic())
                .map(one -> one.name().in(language) + " · " + purpose)
                .orElse(purpose);
        var way = halting.of(looked.campaign());
        var told = new CampaignPage.Told(
                begun ? marketing.report(id) : null,
                begun ? figures(id) : List.of(),
                turns(looked),
                way.halt(),
                way.health(),
                besides(looked.campaign()));
        return new CampaignPage(
                looked,
                told,
                marketing.deeds(id),
                ground,
                shown(looked.campaign().plan().sender()),
                approvals.card(looked.sight(), viewer.id()),
                errors);
    }

    /** The name that readers see, and of a chosen sender its address. */
    String shown(Campaign.Sender said) {
        var chosen = said.chosen();
        if (chosen == null) {
            return said.name();
        }
        var face = purposes.as(Purpose.MARKETING, () -> senders.get(chosen)).face();
        return (said.name().isEmpty() ? face.name() : said.name()) + " <" + face.address() + ">";
    }

    CampaignListPage list(CampaignQuery query, Paging asked) {
        var read = marketing.touched(query, asked);
        var begun = read.items().stream()
                .filter(Campaign::isBegun)
                .map(Campaign::id)
                .toList();
        var came = purposes.as(
                Purpose.MARKETING,
                () -> figures.orderedStream()
                        .flatMap(module -> module.came(begun).entrySet().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return new CampaignListPage(query, read, marketing.numbers(begun), came);
    }

    private List<Figures.Figure> figures(UUID id) {
        return purposes.as(
                Purpose.MARKETING,
                () -> figures.orderedStream()
                        .flatMap(module -> module.of(id).stream())
                        .toList());
    }

    /** Of a draft what is sent besides its own words and to whom else or not; of one that has begun how that stands. */
    private List<Said> besides(Campaign campaign) {
        return purposes.as(
                Purpose.MARKETING,
                () -> figures.orderedStream()
                        .flatMap(module ->
                                (campaign.isBegun() ? module.tells(campaign) : module.sends(campaign)).stream())
                        .toList());
    }

    /** What goes to one at a time is neither tried nor sent again. */
    private List<Figures.Turn> turns(Looked looked) {
        return purposes.as(
                Purpose.MARKETING,
                () -> figures.orderedStream()
                        .flatMap(module -> module.turns(looked.campaign()).stream())
                        .filter(turn -> !looked.lasting() || !turn.changes())
                        .toList());
    }

    /** What is not a draft any more is not edited. */
    Campaign draft(UUID id) {
        var campaign = marketing.get(id);
        campaign.mustBe(Campaign.State.DRAFT);
        return campaign;
    }

    CampaignForm empty(SignedIn viewer) {
        var grounds = checks.grounds();
        var language = viewer.account().language();
        return CampaignForm.empty(
                grounds.isEmpty() ? "" : grounds.getFirst().id(),
                notice.inForce().controller().identity().name(),
                Content.KNOWN.contains(language) ? language : "en");
    }

    CampaignFormPage form(@Nullable Campaign campaign, CampaignForm form, Errors errors, Locale language) {
        var grounds = new ArrayList<>(checks.grounds().stream()
                .map(one -> new Option(one.id(), one.name().in(language)))
                .toList());
        topics.topics()
                .forEach(one -> grounds.add(new Option(
                        CampaignForm.ground(one.purpose(), one.code()),
                        Sentence.of("marketing.ground.topic", one.name()).in(language))));
        var audiences = new ArrayList<>(List.of(new Option("", "")));
        targeting.newest().forEach(one -> audiences.add(new Option(one.id().toString(), one.name())));
        return new CampaignFormPage(
                campaign,
                new CampaignFormPage.Choices(
                        List.copyOf(grounds),
                        audiences,
                        chosen(),
                        campaign == null ? templates() : List.of(),
                        relay.from()),
                form,
                errors);
    }

    private List<Option> templates() {
        return templating.choice().stream()
                .map(one -> new Option(one.id().toString(), one.name()))
                .toList();
    }

    private List<Option> chosen() {
        return purposes.as(Purpose.MARKETING, senders::all).stream()
                .map(one -> new Option(
                        one.id().toString(),
                        one.face().name() + " <" + one.face().address() + ">"))
                .toList();
    }

    /** A new campaign begins with a template's words, or with a heading and a text. */
    UUID make(CampaignForm form, SignedIn viewer) {
        var chosen = form.begins();
        var first = chosen == null
                ? Content.empty("en")
                : Problem.named("template", () -> templating.get(chosen)).content();
        var content = new Content(form.spoken(), first.subjects(), first.why(), first.blocks());
        return marketing.addLike(form.plan(), content, first, viewer.actor());
    }

    CampaignForm with(CampaignForm form, @Nullable UUID template) {
        return template == null ? form : form.beginning(templating.get(template));
    }

    /** Settings change the languages and leave the words; those of a language that was taken out stay for when it comes back. */
    void settle(UUID id, CampaignForm form) {
        var before = draft(id).content();
        var content = new Content(form.spoken(), before.subjects(), before.why(), before.blocks());
        marketing.change(id, form.plan(), content, seen(form.version()));
    }

    ContentForm write(Campaign campaign, MultiValueMap<String, String> sent) {
        var form = ContentForm.of(campaign.content(), sent);
        var version = sent.getFirst("version");
        marketing.change(
                campaign.id(),
                campaign.plan(),
                form.content(),
                seen(version != null && version.matches("\\d{1,9}") ? Integer.valueOf(version) : null));
        return form;
    }

    private static int seen(@Nullable Integer version) {
        return version == null ? 0 : version;
    }
}

package fi.seloste.events;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.base.Sentence;
import fi.seloste.marketing.Block;
import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Content;
import fi.seloste.marketing.Criteria;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.Targeting;
import fi.seloste.notice.LawfulBasis;
import fi.seloste.notice.Notice;
import fi.seloste.store.PublicAddress;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Drafts the campaigns about an event: the invitation, the thanks to whoever came, and a word to whoever did not. Sending is marketing's own work. */
@Component
class Inviting {

    private static final int PACE = 300;

    private final EventRecords records;
    private final EventWords words;
    private final Marketing marketing;
    private final Targeting targeting;
    private final Notice notice;
    private final PublicAddress house;
    private final Purposes purposes;
    private final Clock clock;

    Inviting(
            EventRecords records,
            EventWords words,
            Marketing marketing,
            Targeting targeting,
            Notice notice,
            PublicAddress house,
            Purposes purposes,
            Clock clock) {
        this.records = records;
        this.words = words;
        this.marketing = marketing;
        this.targeting = targeting;
        this.notice = notice;
        this.house = house;
        this.purposes = purposes;
        this.clock = clock;
    }

    /** The button leads to the page of the event; in each message it becomes its reader's own link. */
    UUID invite(UUID id, Actor actor) {
        return purposes.as(Purpose.MARKETING, () -> {
            var event = event(id);
            event.mustBe(Event.State.DRAFT, Event.State.OPEN, Event.State.CLOSED);
            return draft(event, "invitation", null, actor);
        });
    }

    UUID thank(UUID id, Actor actor) {
        return followUp(id, "thanks", "event-attended", actor);
    }

    UUID missed(UUID id, Actor actor) {
        return followUp(id, "missed", "event-missed", actor);
    }

    @EventListener
    void forgotten(Campaign.Forgotten event) {
        records.removeInvitation(event.id());
    }

    private UUID followUp(UUID id, String kind, String question, Actor actor) {
        return purposes.as(Purpose.MARKETING, () -> {
            var event = event(id);
            event.mustBe(Event.State.HELD);
            var criteria = new Criteria(
                    Criteria.Match.ALL,
                    List.of(new Criteria.Group(
                            Criteria.Match.ALL, false, List.of(new Criteria.Condition(question, id.toString())))));
            return draft(event, kind, targeting.add(named(event, kind + ".audience"), criteria, actor), actor);
        });
    }

    private UUID draft(Event event, String kind, @Nullable UUID audience, Actor actor) {
        var plan = new Campaign.Plan(
                named(event, kind + ".name"),
                ground(),
                new Campaign.Sender(notice.inForce().controller().identity().name(), null),
                audience,
                PACE);
        var campaign = marketing.add(plan, content(event, kind), actor);
        records.addInvitation(event.id(), campaign, kind, clock.instant());
        return campaign;
    }

    private String ground() {
        return notice.inForce().purposesOpening(Purpose.MARKETING).stream()
                .filter(one -> one.basis() == LawfulBasis.LEGITIMATE_INTERESTS)
                .findFirst()
                .orElseThrow(() -> Problem.conflict("events.notDeclared"))
                .id();
    }

    private Content content(Event event, String kind) {
        return new Content(
                event.languages(),
                each(event, language -> say(kind + ".subject", language, event)),
                each(event, language -> say(kind + ".why", language, event)),
                kind.equals("invitation") ? invitation(event) : List.of(heading(event, kind), text(event, kind)));
    }

    private List<Block> invitation(Event event) {
        return List.of(
                heading(event, "invitation"),
                text(event, "invitation"),
                new Block(
                        Block.Kind.BUTTON,
                        house.of("/e/" + event.slug()),
                        each(event, language -> say("invitation.button", language, event))));
    }

    private Block heading(Event event, String kind) {
        return new Block(Block.Kind.HEADING, "", each(event, language -> say(kind + ".heading", language, event)));
    }

    private Block text(Event event, String kind) {
        return new Block(Block.Kind.TEXT, "", each(event, language -> say(kind + ".text", language, event)));
    }

    private Map<String, String> each(Event event, Function<String, String> said) {
        var all = new TreeMap<String, String>();
        event.languages().forEach(language -> all.put(language, said.apply(language)));
        return all;
    }

    private String say(String key, String language, Event event) {
        var told = event.in(language);
        return Sentence.of(
                        "events.campaign." + key,
                        told.name(),
                        words.when(event, Locale.of(language)),
                        told.where(),
                        told.description())
                .in(Locale.of(language))
                .strip();
    }

    private String named(Event event, String key) {
        var language = event.languages().getFirst();
        var name = say(key, language, event);
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    private Event event(UUID id) {
        return records.find(id).orElseThrow(() -> Problem.notFound("event"));
    }
}

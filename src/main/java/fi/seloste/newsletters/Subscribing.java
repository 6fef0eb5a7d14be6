package fi.seloste.newsletters;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.consents.Agreement;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Way;
import fi.seloste.consents.Wording;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Search;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to the subscribers of a newsletter for staff and programs, in the marketing purpose. Who has a proof in hand writes the consent down; everybody
 * else is asked by letter, and so is whoever marketing does not see, so that the answer does not tell who that is.
 */
@Component
public class Subscribing {

    private final Subscribers subscribers;
    private final Subscriptions subscriptions;
    private final Newsletters newsletters;
    private final SigningUp signingUp;
    private final SignUps signUps;
    private final Consents consents;
    private final Search search;
    private final Evidence evidence;

    Subscribing(
            Subscribers subscribers,
            Subscriptions subscriptions,
            Newsletters newsletters,
            SigningUp signingUp,
            SignUps signUps,
            Consents consents,
            Search search,
            Evidence evidence) {
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.newsletters = newsletters;
        this.signingUp = signingUp;
        this.signUps = signUps;
        this.consents = consents;
        this.search = search;
        this.evidence = evidence;
    }

    @As(Purpose.MARKETING)
    public Map<String, Integer> counts() {
        return subscribers.counts();
    }

    @As(Purpose.MARKETING)
    public int count(Topic topic) {
        return subscribers.count(topic);
    }

    /** How many were asked by letter and have not answered. */
    @As(Purpose.MARKETING)
    public int waiting(Topic topic) {
        return signUps.waiting(consents.wordings().stream()
                .filter(one -> one.aim().equals(topic.aim()))
                .map(Wording::id)
                .toList());
    }

    /** All of them; whoever is shown was consulted. */
    @As(Purpose.MARKETING)
    public Paged<Subscriber> list(Topic topic, Paging asked, Evidence.How how, Actor actor) {
        return list(topic, "", asked, how, actor);
    }

    /** Those whom the words find, or without words all; whoever is shown was consulted. */
    @As(Purpose.MARKETING)
    public Paged<Subscriber> list(Topic topic, String words, Paging asked, Evidence.How how, Actor actor) {
        var page = Paged.of(
                subscribers.page(topic, search.sought(words), asked.afterId(), asked.limit() + 1),
                asked,
                row -> row.person().value());
        List<PersonId> seen = page.items().stream().map(Subscriber::person).toList();
        evidence.consulted(actor, how, seen);
        return page;
    }

    /** The person whose consent was written down; null where the address is asked by letter first. */
    @As(Purpose.MARKETING)
    public @Nullable PersonId subscribe(Topic topic, SignUp.Who who, Agreement.@Nullable Manner shown, Actor actor) {
        if (!topic.plan().open()) {
            throw Problem.conflict("newsletters.ask.closed");
        }
        var person = shown == null ? null : subscribers.at(who.email()).orElse(null);
        if (shown == null || person == null || subscriptions.restraints(person).contains(Restraint.SERVICE_ONLY)) {
            signingUp.askFor(topic, who, actor);
            return null;
        }
        var wording = newsletters.wording(topic, who.language(), actor);
        var agreed = new Agreement(topic.aim(), wording.text(), shown, null);
        subscriptions.start(person, topic, agreed, who.email(), actor);
        return person;
    }

    /** False where the person had no subscription, or marketing does not see the person. */
    @As(Purpose.MARKETING)
    public boolean end(Topic topic, PersonId person, Way way, Actor actor) {
        return subscriptions.end(person, topic, way, actor);
    }
}

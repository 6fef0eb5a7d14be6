package fi.seloste.newsletters;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.consents.Agreement;
import fi.seloste.consents.Consent;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Way;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to who reads what, in its caller's purpose and transaction: what is chosen holds from the commit. */
@Component
public class Subscriptions {

    private final Topics topics;
    private final Consents consents;
    private final Preferences preferences;
    private final Evidence evidence;

    Subscriptions(Topics topics, Consents consents, Preferences preferences, Evidence evidence) {
        this.topics = topics;
        this.consents = consents;
        this.preferences = preferences;
        this.evidence = evidence;
    }

    /** A newsletter as one person has it: not at all, or so often. */
    public record Held(Topic topic, boolean subscribed, Rhythm rhythm) {}

    /** Every newsletter that the person has, or may take. */
    public List<Held> of(PersonId person) {
        var standing = consents.standing(person).stream().map(Consent::aim).toList();
        var rhythms = preferences.rhythms(person);
        return topics.all().stream()
                .map(one -> new Held(one, standing.contains(one.aim()), rhythms.getOrDefault(one.id(), Rhythm.EACH)))
                .filter(one -> one.subscribed() || one.topic().plan().open())
                .toList();
    }

    /** In the caller's purpose. */
    public Topic topic(UUID id) {
        return topics.find(id).orElseThrow(() -> Problem.notFound("topic"));
    }

    public List<Restraint> restraints(PersonId person) {
        return preferences.restraints(person);
    }

    /** The consent to it, and where it is read. Whoever takes a newsletter wants more than service notices. */
    public Consent start(PersonId person, Topic topic, Agreement agreed, @Nullable String address, Actor actor) {
        var consent = consents.give(person, agreed, actor);
        preferences.keep(person, topic, address, Rhythm.EACH);
        if (preferences.restraints(person).contains(Restraint.SERVICE_ONLY)) {
            preferences.release(person, Restraint.SERVICE_ONLY);
            preferences.restrain(person, Restraint.SUBSCRIBED_ONLY);
            preferences.note(person, "", Restraint.SUBSCRIBED_ONLY.code());
        }
        return consent;
    }

    /** At once, by one act and without a reason (Art. 7(3)); false where there was no subscription. */
    public boolean end(PersonId person, Topic topic, Way way, Actor actor) {
        return consents.standing(person).stream()
                .filter(one -> one.aim().equals(topic.aim()))
                .findFirst()
                .map(one -> !consents.withdraw(person, one.id(), way, actor).isEmpty())
                .orElse(false);
    }

    /** Less often, or each one again. */
    public void pace(PersonId person, Topic topic, Rhythm rhythm, Actor actor) {
        if (preferences.rhythms(person).getOrDefault(topic.id(), Rhythm.EACH) == rhythm) {
            return;
        }
        preferences.keep(person, topic, null, rhythm);
        preferences.note(person, topic.slug(), rhythm.code());
        record(person, "newsletter-rhythm", Map.of("newsletter", topic.slug(), "rhythm", rhythm.code()), actor);
    }

    /** What the person does without from now on; none of them takes every limit away but a ban. */
    public void choose(PersonId person, @Nullable Restraint chosen, Way way, Actor actor) {
        var changed = false;
        for (var one : Restraint.values()) {
            changed |= one == chosen ? preferences.restrain(person, one) : preferences.release(person, one);
        }
        if (chosen == Restraint.SERVICE_ONLY) {
            of(person).stream().filter(Held::subscribed).forEach(one -> end(person, one.topic(), way, actor));
        }
        if (changed) {
            var code = chosen == null ? "all-again" : chosen.code();
            preferences.note(person, "", code);
            record(person, "marketing-choice", Map.of("choice", code), actor);
        }
    }

    private void record(PersonId person, String act, Map<String, ?> detail, Actor actor) {
        evidence.record(actor, Act.of(act).on(person).with(detail));
    }
}

package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.suppression.Fingerprints;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The door to bans on marketing. Whatever purpose runs, one transaction marks the person, keeps the keyed hashes of every address and
 * number, writes the history and the evidence.
 */
@Component
public class MarketingBan {

    private final Bans bans;
    private final Fingerprints fingerprints;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Within within;
    private final Today today;

    MarketingBan(
            Bans bans,
            Fingerprints fingerprints,
            Evidence evidence,
            ApplicationEventPublisher events,
            Within within,
            Today today) {
        this.bans = bans;
        this.fingerprints = fingerprints;
        this.evidence = evidence;
        this.events = events;
        this.within = within;
        this.today = today;
    }

    /** Bans the person and whoever else is reached by the same addresses; gives back those who were not banned before. */
    public List<PersonId> ban(PersonId person, Ban ban, Actor actor) {
        within.mustChange(Party.of(person));
        var banned = bans.ban(person, ban, fingerprints.keyVersion(), new By(actor, today.moment(), null));
        for (var one : banned) {
            evidence.record(actor, Act.of("marketing-ban").on(one).with(Map.of("reason", ban.reason())));
            events.publishEvent(new Person.Banned(one, ban.reason()));
        }
        return banned;
    }

    /** Bans all of them for one reason; gives back those who were not banned before. */
    public List<PersonId> ban(Collection<PersonId> people, Ban ban, Actor actor) {
        return within.changeable(Selection.ofPeople(people)).ids().stream()
                .map(PersonId::new)
                .flatMap(person -> ban(person, ban, actor).stream())
                .distinct()
                .toList();
    }

    /** What was lifted already and a restore brought back; the journal of rights is the proof. */
    public void liftAgain(PersonId person, Actor journal) {
        bans.lift(person, "journal", new By(journal, today.moment(), null));
    }

    /** Ends a ban by the person's own verified act, or by an employee who says how and when the person wished it. */
    public void lift(PersonId person, Wish wish, Actor actor) {
        if (actor.kind() == Actor.Kind.SYSTEM) {
            throw Problem.notAllowed("register.ban.notBySystem");
        }
        if (actor.kind() != Actor.Kind.SUBJECT && wish.words().isEmpty()) {
            throw Problem.invalid("reason", "register.ban.proofMissing");
        }
        Length.LINE.checked("reason", wish.words());
        within.mustChange(Party.of(person));
        refuseUntimely(person, wish);
        if (bans.lift(person, wish.shown(), new By(actor, today.moment(), null))) {
            evidence.record(
                    actor,
                    Act.of("marketing-ban-lifted")
                            .on(person)
                            .with(Map.of(
                                    "proof",
                                    wish.words(),
                                    "how",
                                    wish.how().code(),
                                    "on",
                                    wish.on().toString())));
            events.publishEvent(new Person.BanLifted(person));
        }
    }

    /** What was wished before the ban does not end it, and nobody has wished anything tomorrow. */
    private void refuseUntimely(PersonId person, Wish wish) {
        if (wish.on().isAfter(today.day())) {
            throw Problem.invalid("on", "register.ban.wishAhead");
        }
        bans.since(person)
                .map(today::dayOf)
                .filter(day -> wish.on().isBefore(day))
                .ifPresent(day -> {
                    throw Problem.invalid("on", "register.ban.wishBefore", day);
                });
    }
}

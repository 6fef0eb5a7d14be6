package fi.seloste.newsletters;

import fi.seloste.base.Actor;
import fi.seloste.base.LegalTime;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.consents.Agreement;
import fi.seloste.consents.Channel;
import fi.seloste.consents.Proof;
import fi.seloste.consents.Way;
import fi.seloste.register.Ban;
import fi.seloste.register.ContactDetails;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.Party;
import fi.seloste.register.Register;
import fi.seloste.register.Wish;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The door for a person's own choice, on the public login and in one transaction: whatever is chosen holds from its commit. */
@Component
public class Choosing {

    private final Subscriptions subscriptions;
    private final Newsletters newsletters;
    private final SigningUp signingUp;
    private final Register register;
    private final ContactDetails details;
    private final MarketingBan bans;
    private final Purposes purposes;
    private final Clock clock;
    private final ZoneId place;

    Choosing(
            Subscriptions subscriptions,
            Newsletters newsletters,
            SigningUp signingUp,
            Register register,
            ContactDetails details,
            MarketingBan bans,
            Purposes purposes,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.subscriptions = subscriptions;
        this.newsletters = newsletters;
        this.signingUp = signingUp;
        this.register = register;
        this.details = details;
        this.bans = bans;
        this.purposes = purposes;
        this.clock = clock;
        this.place = place;
    }

    /** Who chooses: by which way they came, whether they proved to be the person, and in which language they read. */
    public record By(PersonId person, Way way, boolean proven, Locale language) {

        Actor actor() {
            return Actor.subject(person);
        }
    }

    /** What was sent: of each newsletter how often or not at all, and what else is wanted; nothing where it stays as it is. */
    public record Choice(
            Map<String, String> topics, @Nullable String other) {}

    /** The names of what begins only after a letter was answered; {@code kept} says that a limit stayed, since it takes a proof to lift it. */
    public record Chosen(List<String> asked, boolean kept) {}

    PreferencesPage page(String base, By by) {
        return purposes.asSubject(by.person(), () -> {
            var standing = register.get(by.person()).standing();
            return new PreferencesPage(
                    base,
                    by.proven(),
                    subscriptions.of(by.person()),
                    strictest(by.person()),
                    new PreferencesPage.Marks(
                            standing.isBannedInPerson(), standing.isBannedByOrganisation(), standing.isRestricted()));
        });
    }

    private @Nullable Restraint strictest(PersonId person) {
        var held = subscriptions.restraints(person);
        return held.contains(Restraint.SERVICE_ONLY)
                ? Restraint.SERVICE_ONLY
                : held.isEmpty() ? null : Restraint.SUBSCRIBED_ONLY;
    }

    /** A message is passed on, so by its link a limit is set at once and lifted by nobody. */
    public Chosen choose(By by, Choice choice) {
        return purposes.asSubject(by.person(), () -> {
            var before = strictest(by.person());
            var wanted = wanted(choice, before);
            var asked = new ArrayList<Topic>();
            if (wanted != Restraint.SERVICE_ONLY) {
                subscriptions.of(by.person()).forEach(held -> set(by, held, choice.topics(), asked));
            }
            boolean kept = !by.proven() && Restraint.isLess(wanted, before);
            subscriptions.choose(by.person(), kept ? before : wanted, by.way(), by.actor());
            if (!asked.isEmpty()) {
                ask(by, asked);
            }
            return new Chosen(asked.stream().map(one -> one.name(by.language())).toList(), kept);
        });
    }

    private static @Nullable Restraint wanted(Choice choice, @Nullable Restraint before) {
        var other = choice.other();
        if (other == null) {
            return before;
        }
        return other.equals("all") ? null : Restraint.of(other);
    }

    private void set(By by, Subscriptions.Held held, Map<String, String> chosen, List<Topic> asked) {
        var value = chosen.get(held.topic().slug());
        if (value == null) {
            return;
        }
        if (value.equals("none")) {
            subscriptions.end(by.person(), held.topic(), by.way(), by.actor());
            return;
        }
        var rhythm = Rhythm.of(value);
        if (held.subscribed()) {
            subscriptions.pace(by.person(), held.topic(), rhythm, by.actor());
        } else if (by.proven()) {
            begin(by, held.topic());
            subscriptions.pace(by.person(), held.topic(), rhythm, by.actor());
        } else {
            asked.add(held.topic());
        }
    }

    /** The code that came back from the address opened this page, and shows the consent as the link of a letter does. */
    private void begin(By by, Topic topic) {
        var wording = newsletters.wording(topic, by.language().getLanguage(), by.actor());
        var manner = new Agreement.Manner(Channel.FORM, new Proof(Proof.Kind.DOUBLE_OPT_IN, null), null);
        var agreed = new Agreement(topic.aim(), wording.text(), manner, null);
        subscriptions.start(by.person(), topic, agreed, null, by.actor());
    }

    /** Whoever holds a message that was passed on is not the person, so to begin something takes a letter to the person's own address. */
    private void ask(By by, List<Topic> topics) {
        var today = LegalTime.dayOf(clock.instant(), place);
        details.pointsOf(Party.of(by.person())).stream()
                .filter(one -> one.kind() == ContactPoint.Kind.EMAIL && one.isCurrent(today))
                .findFirst()
                .ifPresent(one -> signingUp.ask(
                        topics.stream().map(Topic::slug).toList(),
                        new SignUp.Who(one.value(), null, spoken(by.language()), null)));
    }

    private static String spoken(Locale language) {
        return List.of("fi", "sv").contains(language.getLanguage()) ? language.getLanguage() : "en";
    }

    /** No marketing ever, at once. */
    public void ban(By by) {
        purposes.asSubject(by.person(), () -> bans.ban(by.person(), Ban.because("preferences"), by.actor()));
    }

    /** The person's own word, from a page that only they could open; what was subscribed to before does not come back by it. */
    public void lift(By by) {
        if (!by.proven()) {
            throw Problem.notAllowed("newsletters.lift.notProven");
        }
        purposes.asSubject(by.person(), () -> {
            var today = LegalTime.dayOf(clock.instant(), place);
            bans.lift(by.person(), new Wish(Wish.How.FORM, today, "own page"), by.actor());
            // Whoever ends a ban to get a newsletter has not asked for anything else; that is a choice of its own.
            subscriptions.choose(by.person(), Restraint.SUBSCRIBED_ONLY, by.way(), by.actor());
            return true;
        });
    }
}

package fi.seloste.newsletters;

import fi.seloste.base.Actor;
import fi.seloste.base.EmailAddress;
import fi.seloste.base.LegalTime;
import fi.seloste.base.Problem;
import fi.seloste.base.SecretLink;
import fi.seloste.consents.Agreement;
import fi.seloste.consents.Channel;
import fi.seloste.consents.Proof;
import fi.seloste.register.DomainBan;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.Wish;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.suppression.Suppression;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The door for whoever holds the link of a confirmation letter, and so reads the address (Art. 7(1)). Looking changes nothing, since programs that scan
 * mail follow links; the press makes the consent, once. A ban is never lifted in passing: only where its own holder says so on this page.
 */
@Component
public class Confirming {

    private final SignUps signUps;
    private final Addressees addressees;
    private final Newcomers newcomers;
    private final Subscriptions subscriptions;
    private final Preferences preferences;
    private final Letters letters;
    private final MarketingBan bans;
    private final Suppression suppression;
    private final DomainBan domains;
    private final Purposes purposes;
    private final Clock clock;
    private final ZoneId place;

    Confirming(
            SignUps signUps,
            Addressees addressees,
            Newcomers newcomers,
            Subscriptions subscriptions,
            Preferences preferences,
            Letters letters,
            MarketingBan bans,
            Suppression suppression,
            DomainBan domains,
            Purposes purposes,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.signUps = signUps;
        this.addressees = addressees;
        this.newcomers = newcomers;
        this.subscriptions = subscriptions;
        this.preferences = preferences;
        this.letters = letters;
        this.bans = bans;
        this.suppression = suppression;
        this.domains = domains;
        this.purposes = purposes;
        this.clock = clock;
        this.place = place;
    }

    /** How it stands with what a link leads to. */
    public enum State {
        OPEN,
        /** It would hold only when the ban on marketing ends, which its holder can say here. */
        BANNED,
        /** Several read this address and one of them said no: that cannot be taken back by another. */
        BANNED_HERE,
        BANNED_BY_ORGANISATION,
        RESTRICTED,
        EXPIRED,
        CONFIRMED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a link leads to: to which address the letter went, and in which words it was asked. */
    public record Asked(State state, String email, List<Offer> offers) {}

    /** What is agreed to by the press. */
    public record Offer(String name, String words, String language) {}

    public Asked look(String token) {
        return purposes.as(Purpose.RIGHTS, () -> {
            var asked = find(signUps.find(SecretLink.of(token)));
            return asked(asked, state(asked));
        });
    }

    /** Begins what was asked for; {@code lifting} is the person's own word that the ban on marketing shall end for it. */
    public Asked confirm(String token, boolean lifting) {
        return purposes.as(Purpose.RIGHTS, () -> {
            var asked = find(signUps.hold(SecretLink.of(token)));
            var state = state(asked);
            if (state == State.OPEN || (state == State.BANNED && lifting)) {
                begin(asked, state == State.BANNED);
                return asked(asked, State.CONFIRMED);
            }
            return asked(asked, state);
        });
    }

    private static SignUp find(Optional<SignUp> asked) {
        return asked.orElseThrow(() -> Problem.notFound("confirmation"));
    }

    private Asked asked(SignUp asked, State state) {
        var language = Locale.of(asked.who().language());
        return new Asked(
                state,
                asked.who().email(),
                letters.wanted(asked).stream()
                        .map(one -> new Offer(
                                one.topic().name(language),
                                one.wording().text().words(),
                                one.wording().text().language()))
                        .toList());
    }

    private State state(SignUp asked) {
        if (asked.isConfirmed()) {
            return State.CONFIRMED;
        }
        if (!asked.isOpenAt(clock.instant()) || letters.wanted(asked).isEmpty()) {
            return State.EXPIRED;
        }
        var whose = addressees.whose(asked.who().email(), asked.who().name());
        if (whose.isPresent()) {
            var standing = newcomers.standing(whose.get().person());
            if (standing.isRestricted()) {
                return State.RESTRICTED;
            }
            if (standing.isBannedByOrganisation()) {
                return State.BANNED_BY_ORGANISATION;
            }
            return standing.isBannedInPerson() ? banned(whose.get().alone()) : State.OPEN;
        }
        return ofNobody(asked.who().email());
    }

    /** Whoever was erased may have left a ban on the address, and its reader is the one who can end it. */
    private State ofNobody(String email) {
        if (suppression.check(email).marketing()) {
            return banned(!EmailAddress.parse(email).isRole() && !addressees.reachesSeveral(email));
        }
        return domains.check(email).marketing() ? State.BANNED_BY_ORGANISATION : State.OPEN;
    }

    private static State banned(boolean alone) {
        return alone ? State.BANNED : State.BANNED_HERE;
    }

    private void begin(SignUp asked, boolean lifting) {
        var who = asked.who();
        var person = addressees
                .whose(who.email(), who.name())
                .map(one -> newcomers.known(one.person(), who, today()))
                .orElseGet(() -> newcomers.added(who, today()));
        var actor = Actor.subject(person);
        if (lifting) {
            bans.lift(person, new Wish(Wish.How.FORM, today(), "newsletter"), actor);
            preferences.restrain(person, Restraint.SUBSCRIBED_ONLY);
            preferences.note(person, "", Restraint.SUBSCRIBED_ONLY.code());
        }
        var wanted = letters.wanted(asked);
        wanted.forEach(one -> subscriptions.start(person, one.topic(), agreed(asked, one), who.email(), actor));
        signUps.confirmed(asked.id(), person);
        letters.welcome(
                person, who.email(), wanted.stream().map(Letters.Wanted::topic).toList(), Locale.of(who.language()));
    }

    private static Agreement agreed(SignUp asked, Letters.Wanted wanted) {
        var channel = asked.channel().equals("api") ? Channel.API : Channel.FORM;
        var proof = new Proof(Proof.Kind.DOUBLE_OPT_IN, shownBy(asked));
        return new Agreement(
                wanted.wording().aim(), wanted.wording().text(), new Agreement.Manner(channel, proof, null), null);
    }

    /** When it was asked, and from where if a setting says that this is kept. */
    private static String shownBy(SignUp asked) {
        var from = asked.who().ip();
        return asked.who().email() + ", " + asked.course().askedAt() + (from == null ? "" : ", " + from);
    }

    private LocalDate today() {
        return LegalTime.dayOf(clock.instant(), place);
    }
}

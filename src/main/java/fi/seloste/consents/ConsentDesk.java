package fi.seloste.consents;

import fi.seloste.base.PersonId;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Register;
import fi.seloste.staff.Action;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lays out a person's consents. The notice says which purposes know of consents, and the page of a person is often read in another: so the
 * panel is read by itself, in a purpose that its viewer holds and that sees the person.
 */
@Component
public class ConsentDesk {

    static final List<Purpose> READERS =
            List.of(Purpose.MARKETING, Purpose.RIGHTS, Purpose.REFERENCES, Purpose.ANALYTICS);

    private final Consents consents;
    private final ConsentPurposes declared;
    private final Register register;
    private final Purposes purposes;
    private final Clock clock;

    ConsentDesk(Consents consents, ConsentPurposes declared, Register register, Purposes purposes, Clock clock) {
        this.consents = consents;
        this.declared = declared;
        this.register = register;
        this.purposes = purposes;
        this.clock = clock;
    }

    /** Null where the viewer may not know, or the notice has nothing to consent to. */
    public @Nullable ConsentPanel panel(PersonId person, SignedIn viewer) {
        if (declared.list().isEmpty()) {
            return null;
        }
        return readers(viewer)
                .flatMap(purpose -> Stream.ofNullable(
                        in(purpose, () -> register.find(person).isPresent() ? read(person, purpose, viewer) : null)))
                .findFirst()
                .orElse(null);
    }

    private Stream<Purpose> readers(SignedIn viewer) {
        var permissions = viewer.permissions();
        return READERS.stream()
                .filter(declared::mayKnow)
                .filter(one ->
                        one.isOfStaff() ? permissions.may(one, Action.SEE) : permissions.mayWhole(one, Action.SEE));
    }

    private ConsentPanel read(PersonId person, Purpose purpose, SignedIn viewer) {
        var all = consents.of(person);
        if (!all.isEmpty()) {
            register.see(person, Evidence.How.PAGE, viewer.actor());
        }
        var changes = purpose.isOfStaff()
                ? viewer.permissions().may(purpose, Action.CHANGE)
                : viewer.permissions().mayWhole(purpose, Action.CHANGE);
        return new ConsentPanel(person, purpose, changes, rows(all, viewer.locale()));
    }

    /** What stands comes first, each part the newest first; what another word of the person's overrules is shown as withdrawn. */
    public List<ConsentPanel.Row> rows(List<Consent> all, Locale language) {
        var now = clock.instant();
        var standing = new HashSet<>(Consent.standing(all, now));
        return all.stream()
                .map(one -> new ConsentPanel.Row(
                        one.id(),
                        declared.name(one.aim(), language),
                        standing.contains(one) ? Consent.State.GIVEN : ended(one, now),
                        one.given().at(),
                        one.end().at(),
                        one.end().expiresOn(),
                        one.given().upon()))
                .sorted(Comparator.comparing(ConsentPanel.Row::isStanding).reversed())
                .toList();
    }

    private static Consent.State ended(Consent one, Instant now) {
        return one.state(now) == Consent.State.EXPIRED ? Consent.State.EXPIRED : Consent.State.WITHDRAWN;
    }

    /** Inside other work where the login is the same, beside it where it is not. */
    private <T extends @Nullable Object> T in(Purpose purpose, Supplier<T> work) {
        boolean together = !purposes.isRunning() || purposes.running().login() == purpose.login();
        return together ? purposes.as(purpose, work) : purposes.apart(purpose, work);
    }
}

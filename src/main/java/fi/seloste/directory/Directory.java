package fi.seloste.directory;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.OtherWay;
import fi.seloste.staff.SignedIn;
import fi.seloste.staff.Staff;
import fi.seloste.store.LiveSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose account it is that the directory recognised. It makes no accounts: whoever keeps the accounts invites first. */
@Component
class Directory implements OtherWay {

    private static final Actor DOOR = Actor.system("sign-in");

    private final LiveSettings settings;
    private final Identities identities;
    private final Staff staff;
    private final Evidence evidence;
    private final Purposes purposes;

    Directory(LiveSettings settings, Identities identities, Staff staff, Evidence evidence, Purposes purposes) {
        this.settings = settings;
        this.identities = identities;
        this.staff = staff;
        this.evidence = evidence;
        this.purposes = purposes;
    }

    Optional<Registration> registration() {
        return Registration.of(settings.now());
    }

    @Override
    public Optional<Offer> offered() {
        return registration().map(one -> new Offer(one.name(), "/sign-in/directory", "/account/directory"));
    }

    @Override
    public Optional<Known> known(AccountId account) {
        return registration()
                .flatMap(one -> purposes.as(Purpose.TECHNICAL, () -> identities.known(account, one.issuer())));
    }

    /**
     * By what the directory calls them for good; the first time by an address for which it vouches. An address that has passed to somebody else
     * opens nothing: the account is known by another already.
     */
    AccountId account(Someone someone, Registration house) throws NotLetIn {
        var known = purposes.as(Purpose.TECHNICAL, () -> identities.owner(someone));
        if (known.isPresent()) {
            return known.get();
        }
        var email = someone.email();
        if (email == null) {
            throw NotLetIn.because("unproved", house.name());
        }
        var account = staff.byEmail(email)
                .filter(one -> !one.isDisabled())
                .orElseThrow(() -> NotLetIn.because("unknown", email));
        if (known(account.id()).isPresent()) {
            throw NotLetIn.because("another", email);
        }
        connected(someone, account.id(), DOOR, house);
        return account.id();
    }

    /** Whoever is signed in says that this is they in the directory. */
    void connect(Someone someone, SignedIn viewer, Registration house) throws NotLetIn {
        var known = purposes.as(Purpose.TECHNICAL, () -> identities.owner(someone));
        if (known.isEmpty()) {
            connected(someone, viewer.id(), viewer.actor(), house);
        } else if (!known.get().equals(viewer.id())) {
            throw NotLetIn.because("taken", house.name());
        }
    }

    private void connected(Someone someone, AccountId account, Actor actor, Registration house) throws NotLetIn {
        boolean done = purposes.as(Purpose.TECHNICAL, () -> {
            boolean first = identities.connect(someone, account);
            if (first) {
                evidence.record(actor, Act.of("directory-connected").about("account", account.value()));
            }
            return first;
        });
        if (!done) {
            throw NotLetIn.because("taken", house.name());
        }
    }

    void disconnect(SignedIn viewer) {
        purposes.as(Purpose.TECHNICAL, () -> {
            if (identities.disconnect(viewer.id()) > 0) {
                evidence.record(
                        viewer.actor(),
                        Act.of("directory-disconnected")
                                .about("account", viewer.id().value()));
            }
        });
    }
}

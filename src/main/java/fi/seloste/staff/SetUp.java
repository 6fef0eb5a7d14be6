package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.BusinessId;
import fi.seloste.base.EmailAddress;
import fi.seloste.base.Length;
import fi.seloste.base.PhoneNumber;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.store.As;
import fi.seloste.store.KeptSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The first visit: who the controller is, and the account of whoever sets the house up. Afterwards this door is walled up. */
@Component
class SetUp {

    private static final String CODE = "set-up.code";

    private final Accounts accounts;
    private final Mandates mandates;
    private final Entrance entrance;
    private final Guards guards;
    private final KeptSettings settings;

    SetUp(Accounts accounts, Mandates mandates, Entrance entrance, Guards guards, KeptSettings settings) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.entrance = entrance;
        this.guards = guards;
        this.settings = settings;
    }

    /** What the first account goes through. */
    @Component
    record Entrance(
            Purposes purposes,
            AccountChanges changes,
            Passwords passwords,
            OpenSessions sessions,
            ApplicationEventPublisher events) {}

    /** A new code for the console; nobody else can begin the set-up from another machine. */
    @As(Purpose.TECHNICAL)
    public String newCode() {
        var code = Secret.readable(10);
        settings.put(CODE, print(code), null);
        return code;
    }

    @As(Purpose.TECHNICAL)
    public boolean isOpen() {
        return accounts.isEmpty();
    }

    /** Whether the code is the one on the console; guesses are counted. */
    @As(Purpose.TECHNICAL)
    public boolean isCode(String code, String address) {
        if (guards.throttle().take(Throttle.Kind.SET_UP, address).isPresent()) {
            return false;
        }
        var given = print(code.strip()).getBytes(StandardCharsets.US_ASCII);
        var kept = settings.find(CODE).orElse("").getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(given, kept)) {
            return false;
        }
        guards.throttle().forget(Throttle.Kind.SET_UP, address);
        return true;
    }

    OpenSessions.Opened run(SetUpForm form, String browser) {
        check(form);
        entrance.passwords().check("password", form.password(), SignIn.normal(form.email()), form.name());
        var hash = entrance.passwords().hash(form.password());
        return entrance.purposes().as(Purpose.TECHNICAL, () -> {
            accounts.lock();
            if (!accounts.isEmpty()) {
                throw Problem.conflict("staff.setUp.done");
            }
            return first(form, hash, browser);
        });
    }

    private OpenSessions.Opened first(SetUpForm form, String hash, String browser) {
        var newcomer = new Staff.Newcomer(form.name(), form.email(), form.language(), "Europe/Helsinki");
        AccountId id = entrance.changes().make(newcomer);
        accounts.setPassword(id, hash, guards.now());
        mandates.set(id, Role.OPERATOR.permissions());
        settings.remove(CODE);
        var actor = accounts.get(id).actor();
        guards.evidence().record(actor, Act.of("set-up").about("account", id.value()));
        tell(form, actor);
        return entrance.sessions().open(id, Session.How.PASSWORD, false, browser);
    }

    private void tell(SetUpForm form, Actor actor) {
        var controller = new ControllerNamed(
                form.controller().strip(),
                form.businessId().strip(),
                form.address().strip(),
                form.privacyContact().strip(),
                form.language(),
                actor);
        settings.put("controller.name", controller.name(), actor.id());
        settings.put("controller.business-id", controller.businessId(), actor.id());
        settings.put("controller.address", controller.address(), actor.id());
        settings.put("controller.privacy-contact", controller.privacyContact(), actor.id());
        settings.put("controller.language", controller.language(), actor.id());
        entrance.events().publishEvent(controller);
    }

    private static void check(SetUpForm form) {
        Length.NAME.checked("controller", form.controller());
        Length.LINE.checked("address", form.address());
        Length.LINE.checked("privacyContact", form.privacyContact());
        if (form.controller().isBlank()) {
            throw Problem.invalid("controller", "staff.setUp.unnamed");
        }
        if (!form.businessId().isBlank()) {
            BusinessId.parse(form.businessId());
        }
        if (form.address().isBlank()) {
            throw Problem.invalid("address", "staff.setUp.addressless");
        }
        if (!isReach(form.privacyContact())) {
            throw Problem.invalid("privacyContact", "staff.setUp.contactless");
        }
    }

    private static boolean isReach(String contact) {
        try {
            return contact.contains("@")
                    ? !EmailAddress.parse(contact).toString().isEmpty()
                    : !PhoneNumber.parse(contact).value().isEmpty();
        } catch (Problem.Invalid malformed) {
            return false;
        }
    }

    private static String print(String code) {
        return HexFormat.of().formatHex(Secret.print(code));
    }
}

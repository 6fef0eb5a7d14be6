package fi.seloste.console;

import fi.seloste.base.LegalTime;
import fi.seloste.breaches.Breaches;
import fi.seloste.console.HomePage.Matter;
import fi.seloste.disclosures.AfterSecrecy;
import fi.seloste.disclosures.Disclosure;
import fi.seloste.disclosures.Disclosures;
import fi.seloste.imports.Imports;
import fi.seloste.installation.KeyCustody;
import fi.seloste.installation.Settings;
import fi.seloste.instructions.Instructions;
import fi.seloste.marketing.Approving;
import fi.seloste.register.Notebook;
import fi.seloste.register.Party;
import fi.seloste.register.PeopleQuery;
import fi.seloste.register.Register;
import fi.seloste.rights.Inbox;
import fi.seloste.rights.Request;
import fi.seloste.rights.Rights;
import fi.seloste.staff.Action;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Said;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for somebody, each kind read in its own purpose and only where the person holds it. */
@Component
class Agenda {

    private static final int OF_EACH = 20;

    /** More files than this are told in one line. */
    private static final int IMPORTS = 3;

    private final Rights rights;
    private final Inbox inbox;
    private final Breaches breaches;
    private final Disclosures disclosures;
    private final AfterSecrecy telling;
    private final Instructions instructions;
    private final Notebook notebook;
    private final Register register;
    private final Imports imports;
    private final Approving approving;
    private final Settings settings;
    private final Purposes purposes;
    private final Clock clock;

    Agenda(
            Rights rights,
            Inbox inbox,
            Breaches breaches,
            Disclosures disclosures,
            AfterSecrecy telling,
            Instructions instructions,
            Notebook notebook,
            Register register,
            Imports imports,
            Approving approving,
            Settings settings,
            Purposes purposes,
            Clock clock) {
        this.rights = rights;
        this.inbox = inbox;
        this.breaches = breaches;
        this.disclosures = disclosures;
        this.telling = telling;
        this.instructions = instructions;
        this.notebook = notebook;
        this.register = register;
        this.imports = imports;
        this.approving = approving;
        this.settings = settings;
        this.purposes = purposes;
        this.clock = clock;
    }

    HomePage of(SignedIn viewer) {
        var today = LegalTime.dayOf(clock.instant(), viewer.zone());
        var matters = new ArrayList<>(instructions(viewer));
        if (viewer.permissions().mayWhole(Purpose.RIGHTS, Action.SEE)) {
            matters.addAll(requests(today));
            matters.addAll(arrived());
            matters.addAll(breaches(viewer));
            matters.addAll(disclosures());
            matters.addAll(unread());
        }
        var keepsCustomers = viewer.permissions().may(Purpose.CUSTOMER, Action.SEE);
        if (keepsCustomers) {
            matters.addAll(purposes.as(Purpose.CUSTOMER, () -> ofCustomers(viewer, today)));
        }
        if (viewer.permissions().mayWhole(Purpose.MARKETING, Action.CHANGE)) {
            matters.addAll(approvals(viewer));
        }
        if (viewer.permissions().mayWhole(Purpose.TECHNICAL, Action.MANAGE)
                && !KeyCustody.of(settings).isEscrowConfirmed()) {
            matters.add(new Matter(
                    "key", Said.of("console.home.escrow"), Said.of("console.home.escrow.how"), "/suppression", null));
        }
        matters.sort(Comparator.comparing(Matter::dueOn, Comparator.nullsLast(Comparator.naturalOrder())));
        return new HomePage(List.copyOf(matters), today, keepsCustomers && isEmpty());
    }

    private List<Matter> instructions(SignedIn viewer) {
        return instructions.waiting(viewer.account(), viewer.permissions()).stream()
                .map(one -> new Matter(
                        "article",
                        Said.of("instructions.home", one.title()),
                        null,
                        "/instructions/" + one.id(),
                        instructions.due(one, viewer.account())))
                .toList();
    }

    private List<Matter> approvals(SignedIn viewer) {
        return approving.waitingFor(viewer.id()).stream()
                .map(one -> new Matter(
                        "send",
                        Said.of("console.home.approval", one.name()),
                        Said.of("console.home.approval.why"),
                        "/marketing/campaigns/" + one.campaign() + "/approval",
                        null))
                .toList();
    }

    /** What somebody has not read though they were reminded: it is the privacy officer's from then on. */
    private List<Matter> unread() {
        return instructions.progress().stream()
                .filter(one -> one.late() > 0)
                .map(one -> new Matter(
                        "article",
                        Said.of("instructions.home.late", one.instruction().title(), one.late()),
                        Said.of("instructions.home.late.why"),
                        "/instructions/" + one.instruction().id(),
                        null))
                .toList();
    }

    private List<Matter> requests(LocalDate today) {
        return rights.open(OF_EACH).stream().map(one -> matter(one, today)).toList();
    }

    private List<Matter> arrived() {
        var waiting = inbox.waiting();
        return waiting.count() == 0
                ? List.of()
                : List.of(new Matter(
                        "inbox",
                        Said.of("console.home.arrived", waiting.count()),
                        Said.of("console.home.arrived.why"),
                        "/rights/inbox",
                        waiting.dueOn()));
    }

    private static Matter matter(Request request, LocalDate today) {
        return new Matter(
                "scale",
                Said.of("console.home.request." + request.right().code(), request.number()),
                Said.of("rights.state." + request.state().code()),
                "/rights/requests/" + request.id(),
                request.deadline(today).due());
    }

    private List<Matter> breaches(SignedIn viewer) {
        return breaches.awaitingAuthority(OF_EACH).stream()
                .map(one -> new Matter(
                        "alert-triangle",
                        Said.of("console.home.breach"),
                        null,
                        "/breaches/" + one.id(),
                        LegalTime.dayOf(one.deadline(viewer.zone()).due().toInstant(), viewer.zone())))
                .toList();
    }

    private List<Matter> disclosures() {
        var matters = new ArrayList<Matter>();
        disclosures
                .open(OF_EACH)
                .forEach(one -> matters.add(matter(
                        "gavel",
                        Said.of("disclosures.home.open", one.asked().authority()),
                        one,
                        one.asked().dueOn())));
        disclosures
                .toBeTold(OF_EACH)
                .forEach(one -> matters.add(matter(
                        "lock-open",
                        Said.of("disclosures.home.secrecy", one.asked().authority()),
                        one,
                        one.secrecy() == null ? null : one.secrecy().until())));
        telling.waiting(OF_EACH)
                .forEach(one -> matters.add(new Matter(
                        "send",
                        Said.of("disclosures.home.tell", one.authority(), one.people()),
                        null,
                        "/disclosures/" + one.id(),
                        null)));
        return matters;
    }

    private static Matter matter(String icon, Said what, Disclosure one, @Nullable LocalDate on) {
        var reference = one.asked().reference();
        return new Matter(
                icon,
                what,
                reference == null ? null : Said.of("disclosures.home.reference", reference),
                "/disclosures/" + one.id(),
                on);
    }

    private List<Matter> ofCustomers(SignedIn viewer, LocalDate today) {
        var matters = new ArrayList<Matter>();
        notebook.openTasks(viewer.id(), OF_EACH).forEach(task -> matters.add(matter(task)));
        var untold = register.untold(today.plusMonths(1));
        if (untold.first() != null) {
            matters.add(new Matter(
                    "speakerphone",
                    Said.of("console.home.untold", untold.people()),
                    Said.of("console.home.untold.why"),
                    viewer.permissions().may(Purpose.RIGHTS, Action.SEE) ? "/informing" : "/people?uninformed=true",
                    untold.first()));
        }
        if (viewer.permissions().mayWhole(Purpose.CUSTOMER, Action.SEE)) {
            matters.addAll(waitingImports());
        }
        return matters;
    }

    private List<Matter> waitingImports() {
        int many = imports.waiting();
        return many > IMPORTS
                ? List.of(new Matter("upload", Said.of("console.home.imports", many), null, "/imports", null))
                : imports.waiting(IMPORTS).stream()
                        .map(one -> new Matter(
                                "upload",
                                Said.of("console.home.import", one.content().name()),
                                null,
                                "/imports/" + one.id(),
                                null))
                        .toList();
    }

    private static Matter matter(Notebook.Task task) {
        return new Matter(
                "checkbox",
                Said.of("console.home.task", task.note().text()),
                null,
                url(task.party()),
                task.note().dueOn());
    }

    private static String url(Party party) {
        return party.person() != null ? "/people/" + party.person() : "/organisations/" + party.organisation();
    }

    private boolean isEmpty() {
        return purposes.as(Purpose.CUSTOMER, () -> register.count(PeopleQuery.of(Map.of()))) == 0;
    }
}

package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.consents.Consents;
import fi.seloste.register.Ban;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.PartialRestrictions;
import fi.seloste.retention.HoldDesk;
import fi.seloste.store.Jobs;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import fi.seloste.suppression.Suppression;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each right does, in the running transaction of rights. */
@Component
class Acts {

    static final Actor SYSTEM = Actor.system("rights");

    private final Packages packages;
    private final Erasing erasing;
    private final Subjects people;
    private final Restrictions restrictions;
    private final Parts parts;
    private final PartialRestrictions partial;
    private final NoticeFacts notice;
    private final MarketingBan bans;
    private final Suppression suppression;
    private final Fingerprints fingerprints;
    private final Consents consents;
    private final HoldDesk holds;
    private final Jobs jobs;
    private final Clock clock;

    Acts(
            Packages packages,
            Erasing erasing,
            Subjects people,
            Restrictions restrictions,
            Parts parts,
            PartialRestrictions partial,
            NoticeFacts notice,
            MarketingBan bans,
            Suppression suppression,
            Fingerprints fingerprints,
            Consents consents,
            HoldDesk holds,
            Jobs jobs,
            Clock clock) {
        this.packages = packages;
        this.erasing = erasing;
        this.people = people;
        this.restrictions = restrictions;
        this.parts = parts;
        this.partial = partial;
        this.notice = notice;
        this.bans = bans;
        this.suppression = suppression;
        this.fingerprints = fingerprints;
        this.consents = consents;
        this.holds = holds;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Refuses with a sentence what would be an empty promise. */
    void mustHaveEffect(Request request) {
        var person = request.asker().person();
        if (person == null) {
            return;
        }
        switch (request.right()) {
            case RECTIFICATION -> {
                if (people.changesSince(person, request.course().received().at()) == 0) {
                    throw Problem.conflict("rights.rectification.nothing", request.number());
                }
            }
            case WITHDRAWAL -> {
                if (!hasConsents(person)) {
                    throw Problem.conflict("rights.withdrawal.nothing", request.number());
                }
            }
            case ERASURE -> refuseWhileHeld(request, person);
            case ACCESS, RESTRICTION, PORTABILITY, OBJECTION, MARKETING_BAN -> {}
        }
    }

    boolean hasConsents(PersonId person) {
        return !consents.standing(person).isEmpty();
    }

    /** Art. 17(3): a duty comes first, and the person is told so by a refusal with its ground. */
    private void refuseWhileHeld(Request request, PersonId person) {
        if (holds.isHeld(person)) {
            throw Problem.conflict("rights.erasure.held", request.number());
        }
    }

    void perform(Request request, List<Journal.Print> journalled) {
        var person = request.asker().person();
        if (person == null) {
            forNobody(request, journalled);
            return;
        }
        switch (request.right()) {
            case ACCESS, PORTABILITY -> packages.make(request, person);
            case ERASURE -> erasing.erase(request, person, journalled);
            case RESTRICTION -> restrict(request, person, "restriction");
            case OBJECTION -> {
                // Art. 21(1): no more use on legitimate interests. Our only lock that every purpose obeys is that of
                // Art. 18.
                restrict(request, person, "objection");
                ban(request, person, journalled);
            }
            case MARKETING_BAN -> ban(request, person, journalled);
            case WITHDRAWAL -> consents.withdrawAll(person, request.id());
            case RECTIFICATION -> {} // corrected in the register, which the decision has checked
        }
    }

    /** Art. 18(1)(d): "pending the verification whether the legitimate grounds of the controller override those of the data subject". */
    void pending(Request request, PersonId person) {
        restrict(request, person, "objection");
        jobs.later(ObjectionJournal.NAME, request.id().toString());
    }

    private void restrict(Request request, PersonId person, String ground) {
        var narrowed = parts.of(request.id());
        if (narrowed.isEmpty()) {
            people.restrict(person);
        }
        notice.coveredBy(narrowed).forEach(category -> partial.add(person, category, request.id(), clock.instant()));
        restrictions.add(request.id(), person, ground, clock.instant());
    }

    private void ban(Request request, PersonId person, List<Journal.Print> journalled) {
        suppression.ban(journalled.stream().map(Subjects::fingerprint).toList(), reason(request));
        if (people.find(person).isPresent()) {
            bans.ban(person, new Ban("request", false, request.id()), SYSTEM);
        }
    }

    /** An address that leads to nobody can be banned all the same: it may come to us tomorrow. */
    private void forNobody(Request request, List<Journal.Print> journalled) {
        if (request.right() == Right.MARKETING_BAN) {
            suppression.ban(journalled.stream().map(Subjects::fingerprint).toList(), reason(request));
        }
    }

    /** By which an address is recognised that leads to nobody. */
    List<Journal.Print> prints(Request request) {
        var email = request.asker().email();
        return email == null ? List.of() : List.of(Subjects.print(fingerprints.of(Fingerprint.Kind.EMAIL, email)));
    }

    private static Suppression.Reason reason(Request request) {
        return new Suppression.Reason("request", request.id());
    }
}

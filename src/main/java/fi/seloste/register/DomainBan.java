package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.base.EmailAddress;
import fi.seloste.base.Ids;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.suppression.Suppression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The door to bans that an organisation asks for: nobody at its domain is marketed to, whoever writes the address down and whenever. */
@Component
public class DomainBan {

    private final OrganisationBans bans;
    private final OrganisationRegister organisations;
    private final Suppression suppression;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Within within;
    private final Today today;

    DomainBan(
            OrganisationBans bans,
            OrganisationRegister organisations,
            Suppression suppression,
            Evidence evidence,
            ApplicationEventPublisher events,
            Within within,
            Today today) {
        this.bans = bans;
        this.organisations = organisations;
        this.suppression = suppression;
        this.evidence = evidence;
        this.events = events;
        this.within = within;
        this.today = today;
    }

    /** Bans the domain; one that is banned already stays as it is. */
    public void ban(OrganisationId organisation, OrganisationBan.Wanted wanted, Actor actor) {
        organisations.get(organisation);
        within.mustChange(Party.of(organisation));
        if (bans.covers(wanted.domain())) {
            return;
        }
        var id = Ids.next();
        int people = bans.ban(id, organisation, wanted, new By(actor, today.moment(), null));
        evidence.record(
                actor,
                Act.of("organisation-ban")
                        .about("organisation", organisation.value())
                        .with(Map.of(
                                "domain",
                                wanted.domain(),
                                "reason",
                                wanted.reason(),
                                "askedBy",
                                wanted.askedBy(),
                                "people",
                                people)));
        events.publishEvent(new OrganisationBan.Made(id));
    }

    /** Ends a ban by the organisation's own word. Who banned marketing in person stays banned. */
    public void lift(UUID id, String proof, Actor actor) {
        if (actor.kind() == Actor.Kind.SYSTEM) {
            throw Problem.notAllowed("register.ban.notBySystem");
        }
        if (proof.isBlank()) {
            throw Problem.invalid("reason", "register.organisationBan.proofMissing");
        }
        var ban = get(id);
        if (ban.firm() != null) {
            within.mustChange(Party.of(ban.firm().id()));
        }
        if (bans.lift(id, proof.strip(), today.day(), new By(actor, today.moment(), null))) {
            evidence.record(
                    actor,
                    Act.of("organisation-ban-lifted")
                            .about("organisation-ban", id)
                            .with(Map.of("domain", ban.domain(), "proof", proof.strip())));
            events.publishEvent(new OrganisationBan.Lifted(id));
        }
    }

    public OrganisationBan get(UUID id) {
        return bans.find(id).orElseThrow(() -> Problem.notFound("organisationBan"));
    }

    /** How it stands, for the journal that writes it down. */
    public Optional<OrganisationBan> find(UUID id) {
        return bans.find(id);
    }

    /** What an organisation asked for, in force first. */
    public List<OrganisationBan> of(OrganisationId organisation) {
        within.mustSee(organisation);
        return bans.of(organisation);
    }

    /** Why a person is banned without having said so. */
    public List<OrganisationBan> covering(PersonId person) {
        return bans.covering(person);
    }

    public List<OrganisationBan> inForce() {
        return bans.inForce();
    }

    /** What may not be done with an address, by a ban in person, by an organisation's, or after an erasure. */
    public Suppression.Check check(String email) {
        var own = suppression.check(email);
        return new Suppression.Check(
                own.marketing() || bans.covers(EmailAddress.parse(email).domain()), own.recollection());
    }

    /** What a restore took away and the journal of rights knows; the organisation is found again by its domain, where it is known. */
    public void banAgain(UUID id, String domain, Actor journal) {
        if (bans.find(id).isEmpty() && !bans.covers(domain)) {
            bans.ban(
                    id,
                    organisations.ofDomain(domain).orElse(null),
                    new OrganisationBan.Wanted(domain, "journal", "journal"),
                    new By(journal, today.moment(), null));
        }
    }

    public void liftAgain(UUID id, String domain, Actor journal) {
        var by = new By(journal, today.moment(), null);
        if (!bans.lift(id, "journal", today.day(), by)) {
            bans.inForce(domain).ifPresent(ban -> bans.lift(ban.id(), "journal", today.day(), by));
        }
    }
}

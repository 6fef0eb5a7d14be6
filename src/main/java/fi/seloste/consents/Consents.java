package fi.seloste.consents;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.LegalTime;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.Notice;
import fi.seloste.notice.NoticeJson;
import fi.seloste.register.Register;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The door to consents, in its caller's purpose: whom that purpose does not see can neither be asked about nor agree. Withdrawing is as easy
 * as giving (Art. 7(3)): no reason is asked, and it holds at once.
 */
@Component
public class Consents {

    private final ConsentRecords records;
    private final Wordings wordings;
    private final ConsentPurposes declared;
    private final Notice notice;
    private final Register register;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId place;

    Consents(
            ConsentRecords records,
            Wordings wordings,
            ConsentPurposes declared,
            Notice notice,
            Register register,
            Evidence evidence,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.records = records;
        this.wordings = wordings;
        this.declared = declared;
        this.notice = notice;
        this.register = register;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
        this.place = place;
    }

    /** Keeps what somebody agreed to. It makes no ban and no restriction go away: those end by acts of their own. */
    public Consent give(PersonId person, Agreement agreed, Actor actor) {
        var purpose = declared.resting(agreed.aim().purpose());
        var now = clock.instant();
        var at = agreed.givenAt(
                now, dayOf(agreed.manner().at() == null ? now : agreed.manner().at()));
        refuseWhereItWouldNotHold(person, purpose.uses(fi.seloste.store.Purpose.MARKETING));
        register.acted(person, at);
        var consent = new Consent(
                Ids.next(),
                person,
                new Consent.Given(
                        wordings.kept(agreed.aim(), agreed.text(), actor),
                        at,
                        agreed.manner().channel(),
                        agreed.manner().proof(),
                        NoticeJson.sha256(notice.inForce())),
                new Consent.End(agreed.expiresOn(), endOf(agreed.expiresOn()), null));
        if (!records.add(consent, actor)) {
            throw Problem.notFound("person");
        }
        record("consent-given", consent, Map.of("purpose", agreed.aim().purpose()), actor);
        events.publishEvent(new Consent.Agreed(person, consent.id(), consent.aim()));
        return consent;
    }

    /** A consent that could not be acted upon is an empty promise, so it is refused with what stands in its way. */
    private void refuseWhereItWouldNotHold(PersonId person, boolean forMarketing) {
        var standing = register.get(person).standing();
        if (standing.isErased()) {
            throw Problem.notFound("person");
        }
        if (standing.isRestricted()) {
            throw Problem.conflict("consents.restricted");
        }
        if (forMarketing && standing.isBanned()) {
            throw Problem.conflict(standing.isBannedInPerson() ? "consents.banned" : "consents.bannedByOrganisation");
        }
    }

    /** Ends this consent, and with it whatever else stands for the same purpose and topic; what has ended before is no error. */
    public List<UUID> withdraw(PersonId person, UUID consent, Way how, Actor actor) {
        get(person, consent);
        return withdrawn(person, records.withdraw(person, consent, null, act(how, actor)), how, actor);
    }

    /** Ends everything that the person agreed to. */
    public List<UUID> withdrawAll(PersonId person, Way how, Actor actor) {
        return withdrawn(person, records.withdraw(person, null, null, act(how, actor)), how, actor);
    }

    /** Everything, because of a request under Art. 7(3), by which the answer finds it again. */
    public List<UUID> withdrawAll(PersonId person, RequestId request) {
        var actor = Actor.subject(person);
        var act = new ConsentRecords.Act(Way.REQUEST, actor, request);
        return withdrawn(person, records.withdraw(person, null, null, act), Way.REQUEST, actor);
    }

    /** Everything that was agreed to for marketing, since the person said no to all of it. */
    void endedByBan(PersonId person, Actor actor) {
        withdrawn(person, records.withdraw(person, null, declared.ofMarketing(), act(Way.BAN, actor)), Way.BAN, actor);
    }

    /** What a restore brought back; the journal of rights is the proof. */
    public void withdrawAgain(UUID consent, Actor journal) {
        records.find(consent).ifPresent(one -> {
            var act = act(
                    one.end().withdrawal() == null
                            ? Way.REQUEST
                            : one.end().withdrawal().how(),
                    journal);
            records.withdraw(one.person(), consent, null, act);
        });
    }

    private static ConsentRecords.Act act(Way how, Actor actor) {
        return new ConsentRecords.Act(how, actor, null);
    }

    private List<UUID> withdrawn(PersonId person, List<UUID> ended, Way how, Actor actor) {
        for (var one : ended) {
            evidence.record(
                    actor,
                    Act.of("consent-withdrawn").on(person).about("consent", one).with(Map.of("how", how.code())));
        }
        if (!ended.isEmpty()) {
            events.publishEvent(new Consent.Withdrawn(person, ended, how));
        }
        return ended;
    }

    /** Whether the person agreed to the purpose itself and that stands, as far as the running purpose sees the person. */
    public boolean stands(PersonId person, String purpose) {
        return stands(person, Aim.of(purpose));
    }

    /** The gate: what is sent because of a consent asks here, or joins {@code consents.standing} in its own query. */
    public boolean stands(PersonId person, Aim aim) {
        return records.stands(person, aim);
    }

    /** All that a person agreed to, the newest first; a look at it is a consultation. */
    public List<Consent> of(PersonId person, Evidence.How how, Actor actor) {
        register.see(person, how, actor);
        return records.of(person);
    }

    /** The same where the page that shows it has said that it looks, or the person looks. */
    public List<Consent> of(PersonId person) {
        return records.of(person);
    }

    public List<Consent> standing(PersonId person) {
        return Consent.standing(records.of(person), clock.instant());
    }

    /** Nobody's consent is found under somebody else. */
    public Consent get(PersonId person, UUID consent) {
        return records.find(consent)
                .filter(one -> one.person().equals(person))
                .orElseThrow(() -> Problem.notFound("consent"));
    }

    public Optional<Consent> find(UUID consent) {
        return records.find(consent);
    }

    /** What a request withdrew. */
    public List<Consent> endedBy(RequestId request) {
        return records.endedBy(request);
    }

    /** In the shape of ISO/IEC TS 27560: what was agreed to, for the person to keep. */
    public Map<String, Object> receipt(Consent consent) {
        return new Receipt(notice.inForce(), consent, clock.instant()).json();
    }

    /** How many people agreed to what, as far as the running purpose sees them. */
    Map<Aim, Long> standing() {
        return records.standing();
    }

    /** The newest words of each purpose, topic and language. */
    public Collection<Wording> wordings() {
        return wordings.newest();
    }

    public Optional<Wording> wording(UUID id) {
        return wordings.find(id);
    }

    /** Keeps words that people will be asked by; the same words again are no new version. */
    public Wording write(Aim aim, Wording.Text text, Actor actor) {
        declared.resting(aim.purpose());
        return wordings.kept(aim, text, actor);
    }

    private void record(String act, Consent consent, Map<String, ?> detail, Actor actor) {
        evidence.record(
                actor,
                Act.of(act).on(consent.person()).about("consent", consent.id()).with(detail));
    }

    private LocalDate dayOf(Instant at) {
        return LegalTime.dayOf(at, place);
    }

    /** The last day belongs to it. */
    private @Nullable Instant endOf(@Nullable LocalDate lastDay) {
        return lastDay == null ? null : lastDay.plusDays(1).atStartOfDay(place).toInstant();
    }
}

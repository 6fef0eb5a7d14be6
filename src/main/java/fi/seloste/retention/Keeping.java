package fi.seloste.retention;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Sentence;
import fi.seloste.notice.Notice;
import fi.seloste.register.EndOfKeeping;
import fi.seloste.register.Person;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The end of a person's keeping as the page and the answer say it: the same computation by which the sweep removes. */
@Component
public class Keeping implements EndOfKeeping {

    private final Notice notice;
    private final PersonEvents events;
    private final Expiring expiring;
    private final ExpiringOrganisations organisations;
    private final Purposes purposes;
    private final Days days;

    Keeping(
            Notice notice,
            PersonEvents events,
            Expiring expiring,
            ExpiringOrganisations organisations,
            Purposes purposes,
            Days days) {
        this.notice = notice;
        this.events = events;
        this.expiring = expiring;
        this.organisations = organisations;
        this.purposes = purposes;
        this.days = days;
    }

    @Override
    public @Nullable End of(Person person) {
        var rules = PersonRules.of(notice.inForce(), events.category());
        var facts = facts(person);
        return rules.end(facts) instanceof Ending.Until until
                ? new End(
                        until.on(),
                        rules.lastOfUse(facts),
                        until.rule().anchor().words().key())
                : null;
    }

    public Ending ending(Person person) {
        return PersonRules.of(notice.inForce(), events.category()).end(facts(person));
    }

    /** The last day of an organisation of which nobody is kept; empty as long as somebody is, or something about it is open. */
    public Optional<LocalDate> ofOrganisation(OrganisationId id) {
        var rules = PersonRules.of(notice.inForce(), organisations.category());
        return purposes.apart(Purpose.RETENTION, () -> organisations.of(List.of(id.value()))).stream()
                .flatMap(row -> rules.end(row.facts()) instanceof Ending.Until until
                        ? Stream.of(until.on())
                        : Stream.<LocalDate>empty())
                .findFirst();
    }

    /** In a sentence: until when and why, or as long as what; empty for whoever is a shell or gone, or where the notice has no such rule. */
    @As(Purpose.RETENTION)
    public Optional<Sentence> explained(PersonId person) {
        var rules = PersonRules.of(notice.inForce(), events.category());
        return expiring.of(List.of(person)).stream().findFirst().flatMap(row -> explained(rules, row.facts()));
    }

    private static Optional<Sentence> explained(PersonRules rules, Facts facts) {
        var use = rules.lastOfUse(facts);
        return switch (rules.end(facts)) {
            case Ending.Until until ->
                Optional.of(use == null ? until.explain() : Sentence.of("retention.usedUntil", use, until.explain()));
            case Ending.WhileItLasts lasting ->
                Optional.of(Sentence.of("retention.whileItLasts", lasting.rule().brief()));
            case Ending.Unruled unruled -> Optional.empty();
        };
    }

    /** The person's own row tells it, unless some module's rows have a say: they may be of a purpose that the caller's does not read. */
    private Facts facts(Person person) {
        if (events.isAllInPerson()) {
            var recorded = person.origin().on();
            var act = person.lastActAt();
            var acted = act == null ? recorded : days.dayOf(act);
            return new Facts(recorded, acted.isBefore(recorded) ? recorded : acted, null);
        }
        return purposes.apart(Purpose.RETENTION, () -> expiring.of(List.of(person.id())))
                .getFirst()
                .facts();
    }
}

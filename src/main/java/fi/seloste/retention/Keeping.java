package fi.seloste.retention;

import fi.seloste.notice.Notice;
import fi.seloste.register.EndOfKeeping;
import fi.seloste.register.Person;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The end of a person's keeping as the page and the answer say it: the same computation by which the sweep removes. */
@Component
public class Keeping implements EndOfKeeping {

    private final Notice notice;
    private final PersonEvents events;
    private final Expiring expiring;
    private final Purposes purposes;
    private final Days days;

    Keeping(Notice notice, PersonEvents events, Expiring expiring, Purposes purposes, Days days) {
        this.notice = notice;
        this.events = events;
        this.expiring = expiring;
        this.purposes = purposes;
        this.days = days;
    }

    @Override
    public @Nullable End of(Person person) {
        return ending(person) instanceof Ending.Until until
                ? new End(
                        until.on(), "retention.because." + until.rule().anchor().code())
                : null;
    }

    public Ending ending(Person person) {
        return PersonRules.of(notice.inForce(), events.category()).end(facts(person));
    }

    /** The person's own row tells it, unless some module's rows have a say: they may be of a purpose that the caller's does not read. */
    private Facts facts(Person person) {
        if (events.isAllInPerson()) {
            var recorded = person.origin().on();
            var act = person.lastActAt();
            var acted = act == null ? recorded : days.dayOf(act);
            return new Facts(recorded, acted.isBefore(recorded) ? recorded : acted, null);
        }
        return purposes.apart(Purpose.RETENTION, () -> expiring.of(java.util.List.of(person.id())))
                .getFirst()
                .facts();
    }
}

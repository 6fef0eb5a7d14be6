package fi.seloste.flows;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.LegalTime;
import fi.seloste.register.Note;
import fi.seloste.register.Notebook;
import fi.seloste.register.Owner;
import fi.seloste.register.Party;
import fi.seloste.register.Person;
import fi.seloste.register.Register;
import fi.seloste.staff.Account;
import fi.seloste.staff.Staff;
import fi.seloste.store.Job;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes a flow's task down, for whoever looks after the person, else for the employee whom the flow names. Done again after a crash it is done once. */
@Component
class EntrustingJob implements Job {

    static final String NAME = "flows-errand";

    private final Errands errands;
    private final Register register;
    private final Notebook notebook;
    private final Staff staff;
    private final Purposes purposes;
    private final Clock clock;
    private final ZoneId place;

    EntrustingJob(
            Errands errands,
            Register register,
            Notebook notebook,
            Staff staff,
            Purposes purposes,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.errands = errands;
        this.register = register;
        this.notebook = notebook;
        this.staff = staff;
        this.purposes = purposes;
        this.clock = clock;
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String instance) {
        purposes.apart(Purpose.CUSTOMER, () -> {
            errands.take(UUID.fromString(instance)).ifPresent(this::entrust);
            return true;
        });
    }

    private void entrust(Errands.Errand errand) {
        owner(errand).ifPresent(owner -> {
            var task = new Note.New(Note.Kind.TASK, errand.text(), null, due(errand.days()));
            notebook.entrust(Party.of(errand.person()), task, owner.id(), Actor.system(errand.flow()));
        });
    }

    private Optional<Account> owner(Errands.Errand errand) {
        var ofPerson = register.find(errand.person()).map(Person::owner).map(Owner::id).stream();
        var named = Stream.ofNullable(errand.owner()).map(AccountId::new);
        return Stream.concat(ofPerson, named)
                .map(staff::account)
                .filter(account -> !account.isDisabled())
                .findFirst();
    }

    private LocalDate due(int workingDays) {
        var day = LegalTime.dayOf(clock.instant(), place);
        for (int left = workingDays; left > 0; left--) {
            day = LegalTime.workingDayFrom(day.plusDays(1));
        }
        return day;
    }
}

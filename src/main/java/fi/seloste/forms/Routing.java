package fi.seloste.forms;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.LegalTime;
import fi.seloste.base.PersonId;
import fi.seloste.base.Sentence;
import fi.seloste.register.Employment;
import fi.seloste.register.Note;
import fi.seloste.register.Notebook;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Owner;
import fi.seloste.register.Party;
import fi.seloste.register.Person;
import fi.seloste.register.Register;
import fi.seloste.staff.Account;
import fi.seloste.staff.Staff;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Gives what came in to one employee, as a task with a day: the account manager of the person or of the organisation, else the form's own. */
@Component
class Routing {

    private final Register register;
    private final Employment employment;
    private final OrganisationRegister organisations;
    private final Notebook notebook;
    private final Submissions submissions;
    private final Letters letters;
    private final Staff staff;
    private final Clock clock;
    private final ZoneId place;

    Routing(
            Register register,
            Employment employment,
            OrganisationRegister organisations,
            Notebook notebook,
            Submissions submissions,
            Letters letters,
            Staff staff,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.register = register;
        this.employment = employment;
        this.organisations = organisations;
        this.notebook = notebook;
        this.submissions = submissions;
        this.letters = letters;
        this.staff = staff;
        this.clock = clock;
        this.place = place;
    }

    /** Of whom notes are only stored (Art. 18) no task is noted: then the letter alone says that something waits. */
    void route(Form form, UUID submission, PersonId person) {
        if (!form.plan().handling().makesTask()) {
            return;
        }
        owner(form, person).ifPresent(owner -> {
            if (notebook.isOpenTo(Party.of(person))) {
                notebook.entrust(Party.of(person), task(form, owner), owner.id(), Actor.system(form.name()));
            }
            submissions.routed(submission, owner.id());
            letters.tell(owner, form, submission);
        });
    }

    private Note.New task(Form form, Account owner) {
        var text = Sentence.of("forms.task", form.name()).in(Locale.of(owner.language()));
        return new Note.New(
                Note.Kind.TASK, text, null, due(form.plan().handling().days()));
    }

    private Optional<Account> owner(Form form, PersonId id) {
        var today = LegalTime.dayOf(clock.instant(), place);
        var ofPerson = register.find(id).map(Person::owner).map(Owner::id).stream();
        var ofOrganisation = employment.of(id).stream()
                .filter(post -> post.isCurrent(today))
                .flatMap(post -> organisations.find(post.organisation()).stream())
                .flatMap(one -> Stream.ofNullable(one.owner()))
                .map(Owner::id);
        return Stream.of(
                        ofPerson,
                        ofOrganisation,
                        Stream.ofNullable(form.plan().handling().owner()))
                .flatMap(accounts -> accounts)
                .map(this::account)
                .filter(account -> !account.isDisabled())
                .findFirst();
    }

    private Account account(AccountId id) {
        return staff.account(id);
    }

    private LocalDate due(int workingDays) {
        var day = LegalTime.dayOf(clock.instant(), place);
        for (int left = workingDays; left > 0; left--) {
            day = LegalTime.workingDayFrom(day.plusDays(1));
        }
        return day;
    }
}

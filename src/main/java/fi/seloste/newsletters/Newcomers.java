package fi.seloste.newsletters;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.informing.Informing;
import fi.seloste.register.ContactDetails;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.Edit;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Origin;
import fi.seloste.register.Party;
import fi.seloste.register.PersonField;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.register.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds room in the register for whoever confirmed an address, by its ordinary doors and as the person's own act. In the rights purpose. */
@Component
class Newcomers {

    private static final Actor SYSTEM = Actor.system("newsletters");

    private final Register register;
    private final ContactDetails details;
    private final Informing informing;

    Newcomers(Register register, ContactDetails details, Informing informing) {
        this.register = register;
        this.details = details;
        this.informing = informing;
    }

    Standing standing(PersonId person) {
        return register.get(person).standing();
    }

    /** Nobody whom we know: the address, the name if one was given, and the language they asked in. */
    PersonId added(SignUp.Who who, LocalDate today) {
        var person = NewPerson.of(
                        PersonName.of(who.name() == null ? who.email() : who.name()),
                        new Origin(Source.OWN_FORM, null, today))
                .with(Map.of(PersonField.LANGUAGE, who.language()))
                .reachedBy(ContactPoint.New.email(who.email()));
        return register.add(person, SYSTEM);
    }

    /**
     * Somebody whom we know: the address works, and is theirs. Whoever was found elsewhere and not told so yet is told now, before anything else is sent
     * (Art. 14(3)(b)).
     */
    PersonId known(PersonId person, SignUp.Who who, LocalDate today) {
        var addresses = details.pointsOf(Party.of(person)).stream()
                .filter(one ->
                        one.kind() == ContactPoint.Kind.EMAIL && one.value().equals(who.email()))
                .toList();
        if (addresses.stream().noneMatch(one -> one.isCurrent(today))) {
            var origin = new Origin(Source.OWN_FORM, null, today);
            details.add(Party.of(person), ContactPoint.New.email(who.email()), origin, Actor.subject(person));
        }
        addresses.stream().filter(ContactPoint::hasBounced).forEach(one -> details.worksAgain(one.id()));
        var before = register.get(person);
        if (before.language() == null) {
            var spoken = Edit.of(Map.of(PersonField.LANGUAGE, who.language())).from(Source.OWN_FORM);
            register.change(person, spoken, Actor.subject(person));
        }
        if (before.standing().isUninformed()) {
            informing.write(List.of(person), SYSTEM);
        }
        return person;
    }
}

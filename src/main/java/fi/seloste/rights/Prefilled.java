package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.register.ContactDetails;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.Party;
import fi.seloste.register.Register;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of a request that begins at a person's page: who it is about is known already, and no address stands in a URL. */
@Component
class Prefilled {

    private final Register register;
    private final ContactDetails details;
    private final Purposes purposes;
    private final LegalDay today;

    Prefilled(Register register, ContactDetails details, Purposes purposes, LegalDay today) {
        this.register = register;
        this.details = details;
        this.purposes = purposes;
        this.today = today;
    }

    ReceiveForm form(@Nullable String right, @Nullable PersonId person, Locale language) {
        var known = Arrays.stream(Right.values()).map(Right::code).anyMatch(code -> code.equals(right));
        var empty = ReceiveForm.empty(today.get(), language.getLanguage());
        var asked = known ? right : empty.right();
        return person == null
                ? new ReceiveForm(asked, "", "", "", empty.receivedOn(), empty.language())
                : purposes.as(Purpose.RIGHTS, () -> about(asked, person, empty));
    }

    private ReceiveForm about(@Nullable String right, PersonId id, ReceiveForm empty) {
        var person = register.get(id);
        var email = details.pointsOf(Party.of(id)).stream()
                .filter(p -> p.kind() == ContactPoint.Kind.EMAIL && p.isCurrent(today.get()))
                .map(ContactPoint::value)
                .findFirst()
                .orElse("");
        var language = Objects.requireNonNullElse(person.language(), empty.language());
        return new ReceiveForm(right, email, person.name().shown(), "", empty.receivedOn(), language);
    }
}

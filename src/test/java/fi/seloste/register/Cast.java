package fi.seloste.register;

import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** The people and organisations of the register's tests, each made through the doors. */
@TestComponent
class Cast {

    static final Actor MARIA = new Actor(
            Actor.Kind.STAFF, java.util.UUID.fromString("01999999-0000-7000-8000-00000000aaaa"), "Maria Salo");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    final Register register;
    final OrganisationRegister organisations;
    final Purposes purposes;
    final TurnedClock clock;

    Cast(Register register, OrganisationRegister organisations, Purposes purposes, TurnedClock clock) {
        this.register = register;
        this.organisations = organisations;
        this.purposes = purposes;
        this.clock = clock;
    }

    PersonId ada() {
        return add("Ada Koskinen", "ada.koskinen@jokivoima.example");
    }

    PersonId boris() {
        return add("Boris Lindqvist", "boris.lindqvist@jokivoima.example");
    }

    PersonId add(String name, String email, OrganisationId... at) {
        var posts = java.util.Arrays.stream(at).map(Affiliation.Post::at).toArray(Affiliation.Post[]::new);
        return customer(() -> register.add(
                NewPerson.of(PersonName.of(name), met())
                        .reachedBy(ContactPoint.New.email(email))
                        .at(posts),
                MARIA));
    }

    PersonId found(String name, String email) {
        var origin = new Origin(Source.PUBLIC_WEB, "https://jokivoima.example/people", TODAY);
        return customer(() -> register.add(
                NewPerson.of(PersonName.of(name), origin).reachedBy(ContactPoint.New.email(email)), MARIA));
    }

    OrganisationId jokivoima() {
        return organisation("Jokivoima Oy", Map.of(OrganisationField.DOMAIN, "jokivoima.example"));
    }

    OrganisationId organisation(String name, Map<OrganisationField, String> fields) {
        return customer(() -> organisations.add(NewOrganisation.of(name, met()).with(fields), MARIA));
    }

    static Origin met() {
        return new Origin(Source.MET_IN_PERSON, null, TODAY);
    }

    <R extends @Nullable Object> R customer(Supplier<R> work) {
        return purposes.as(Purpose.CUSTOMER, work);
    }

    void customer(Runnable work) {
        purposes.as(Purpose.CUSTOMER, work);
    }

    Person get(PersonId id) {
        return customer(() -> register.get(id));
    }
}

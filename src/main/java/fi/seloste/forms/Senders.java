package fi.seloste.forms;

import fi.seloste.base.Actor;
import fi.seloste.base.Folded;
import fi.seloste.base.PersonId;
import fi.seloste.register.Affiliation;
import fi.seloste.register.ContactDetails;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.Edit;
import fi.seloste.register.NewPerson;
import fi.seloste.register.OrganisationQuery;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.OrganisationRow;
import fi.seloste.register.Origin;
import fi.seloste.register.OwnFields;
import fi.seloste.register.Party;
import fi.seloste.register.PersonField;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register's person of whoever sent a form: made where there is none, else completed where something was empty, and never written over. */
@Component
class Senders {

    private static final int FEW = 10;

    private final Register register;
    private final OrganisationRegister organisations;
    private final ContactDetails details;
    private final OwnFields own;

    Senders(Register register, OrganisationRegister organisations, ContactDetails details, OwnFields own) {
        this.register = register;
        this.organisations = organisations;
        this.details = details;
        this.own = own;
    }

    /** What was sent, with the fields it was an answer to, and the day. */
    record Sent(Arrival arrival, Content content, Form form, LocalDate on) {

        Actor actor() {
            return Actor.system(form.name());
        }

        Origin origin() {
            return new Origin(Source.OWN_FORM, form.name(), on);
        }

        String answer(Field.Kind kind) {
            return arrival.answer(kind.code());
        }
    }

    /** An address that others read too, such as info@, is noted as shared. */
    PersonId made(Sent sent, boolean shared) {
        var usage = shared ? ContactPoint.Usage.SHARED : null;
        var points = new ArrayList<ContactPoint.New>();
        points.add(new ContactPoint.New(
                ContactPoint.Kind.EMAIL, sent.arrival().sender().email(), null, usage));
        if (!sent.answer(Field.Kind.PHONE).isEmpty()) {
            points.add(ContactPoint.New.phone(sent.answer(Field.Kind.PHONE)));
        }
        var fields = new EnumMap<PersonField, String>(PersonField.class);
        fields.put(PersonField.LANGUAGE, sent.arrival().sender().language());
        fields.put(PersonField.JOB_TITLE, sent.answer(Field.Kind.JOB_TITLE));
        var person = NewPerson.of(PersonName.of(sent.arrival().sender().name()), sent.origin())
                .with(fields)
                .reachedBy(points.toArray(ContactPoint.New[]::new))
                .at(post(sent).stream().toArray(Affiliation.Post[]::new));
        var id = register.add(person, sent.actor());
        ownAnswers(id, sent);
        return id;
    }

    /** Of a restricted person nothing is seen here, and so nothing is changed. */
    void complete(PersonId id, Sent sent) {
        register.find(id).ifPresent(person -> {
            var empty = new LinkedHashMap<PersonField, String>();
            if (person.jobTitle() == null && !sent.answer(Field.Kind.JOB_TITLE).isEmpty()) {
                empty.put(PersonField.JOB_TITLE, sent.answer(Field.Kind.JOB_TITLE));
            }
            if (person.language() == null) {
                empty.put(PersonField.LANGUAGE, sent.arrival().sender().language());
            }
            if (!empty.isEmpty()) {
                register.change(id, new Edit<>(empty, null, Source.OWN_FORM), sent.actor());
            }
            phone(id, sent);
            ownAnswers(id, sent);
        });
    }

    private void phone(PersonId id, Sent sent) {
        var number = sent.answer(Field.Kind.PHONE);
        boolean known = number.isEmpty()
                || details.pointsOf(Party.of(id)).stream()
                        .anyMatch(point -> point.value().equals(number));
        if (!known) {
            details.add(Party.of(id), ContactPoint.New.phone(number), sent.origin(), sent.actor());
        }
    }

    /** What is only stored is not written to, and what somebody answered to it stays with their answers. */
    private void ownAnswers(PersonId id, Sent sent) {
        var asked = sent.content().fields().stream()
                .filter(field -> field.kind() == Field.Kind.OWN)
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        var kept = own.values(Party.of(id));
        for (var field : asked) {
            var answer = sent.arrival().answer(field.key());
            kept.stream()
                    .filter(value -> value.field().id().equals(field.bound().own()) && value.value() == null)
                    .filter(value -> !answer.isEmpty() && own.isFree(Party.of(id), value.field()))
                    .forEach(value -> own.set(Party.of(id), value.field().id(), answer, sent.actor()));
        }
    }

    /** At an organisation that we know, by the domain of the address or by its whole name; a new one is for staff to note. */
    private Optional<Affiliation.Post> post(Sent sent) {
        var email = sent.arrival().sender().email();
        var domain = email.substring(email.lastIndexOf('@') + 1);
        var byDomain = organisations
                .list(OrganisationQuery.of(Map.of("domain", domain)))
                .items();
        var found = byDomain.size() == 1 ? byDomain : named(sent.answer(Field.Kind.ORGANISATION));
        return found.stream()
                .map(OrganisationRow::id)
                .map(id -> new Affiliation.Post(id, some(sent.answer(Field.Kind.JOB_TITLE)), Set.of(), null))
                .findFirst();
    }

    private List<OrganisationRow> named(String name) {
        if (name.isEmpty()) {
            return List.of();
        }
        var same = organisations.find(name, FEW).stream()
                .filter(row -> Folded.of(row.name()).equals(Folded.of(name)))
                .toList();
        return same.size() == 1 ? same : List.of();
    }

    private static @Nullable String some(String text) {
        return text.isEmpty() ? null : text;
    }
}

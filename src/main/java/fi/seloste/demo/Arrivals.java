package fi.seloste.demo;

import fi.seloste.base.Folded;
import fi.seloste.base.PersonId;
import fi.seloste.register.Affiliation;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonField;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Brings a person of the story through the register's door. */
@Component
@Profile("demo")
class Arrivals {

    private final Register register;

    Arrivals(Register register) {
        this.register = register;
    }

    PersonId add(Human human, Instant at, Stage stage) {
        var post = human.post();
        var owner = post.firm().owner(stage.crew);
        var day = stage.dayOf(at);
        var person = NewPerson.of(PersonName.of(human.name()), new Origin(human.source(), detail(human), day))
                .with(facts(human, owner))
                .reachedBy(ContactPoint.New.email(human.email()), ContactPoint.New.phone(human.number()))
                .at(new Affiliation.Post(
                        stage.organisation(post.firm().domain()), post.title(), post.roles(), from(human, day)));
        var id = register.add(person, by(human, stage));
        stage.appears(human.email(), id);
        return id;
    }

    private static Map<PersonField, String> facts(Human human, Crew.Mate owner) {
        var facts = new HashMap<PersonField, String>();
        facts.put(PersonField.JOB_TITLE, human.post().title());
        facts.put(PersonField.LANGUAGE, human.language());
        if (!human.post().roles().isEmpty()) {
            facts.put(PersonField.OWNER, owner.id().toString());
        }
        if (!human.source().isOfSubject()) {
            facts.put(PersonField.ROLE_REASON, "Decides about alerting and preparedness there, by the published title");
        }
        return facts;
    }

    private static @Nullable String detail(Human human) {
        return human.source() == Source.PUBLIC_WEB
                ? "https://www." + human.post().firm().site() + "/contacts"
                : null;
    }

    /** Only of those who told it is it known since when they work there. */
    private static @Nullable LocalDate from(Human human, LocalDate day) {
        return human.source().isOfSubject()
                ? day.minusMonths(human.name().length()).withDayOfMonth(1)
                : null;
    }

    private static fi.seloste.base.Actor by(Human human, Stage stage) {
        return switch (human.source()) {
            case EMAIL, SERVICE_USE -> stage.crew.salla().actor();
            case OWN_FORM, REGISTRATION -> stage.crew.aino().actor();
            case MET_IN_PERSON,
                    PHONE,
                    CONTRACT,
                    MEETING,
                    PUBLIC_WEB,
                    BOUGHT_LIST,
                    VISITOR_IDENTIFICATION,
                    OTHER_SYSTEM -> human.post().firm().owner(stage.crew).actor();
        };
    }

    static String email(String name, Firm firm) {
        return Folded.of(name).replace(' ', '.') + "@" + firm.site();
    }
}

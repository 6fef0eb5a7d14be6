package fi.seloste.marketing;

import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.register.Affiliation;
import fi.seloste.register.Ban;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.NewOrganisation;
import fi.seloste.register.NewPerson;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonField;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of marketing's tests, each brought in through the doors, and the campaigns that are sent to them. */
@TestComponent
public class Readers {

    public static final Actor JENNY =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000dddd"), "Jenny Sandberg");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    final Register register;
    final OrganisationRegister organisations;
    final MarketingBan bans;
    final Targeting targeting;
    final Marketing marketing;
    final Purposes purposes;
    final JdbcClient jdbc;
    final TurnedClock clock;

    Readers(
            Register register,
            OrganisationRegister organisations,
            MarketingBan bans,
            Targeting targeting,
            Marketing marketing,
            Purposes purposes,
            JdbcClient jdbc,
            TurnedClock clock) {
        this.register = register;
        this.organisations = organisations;
        this.bans = bans;
        this.targeting = targeting;
        this.marketing = marketing;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public OrganisationId firm(String name) {
        return purposes.as(
                Purpose.CUSTOMER,
                () -> organisations.add(
                        NewOrganisation.of(name, new Origin(Source.MET_IN_PERSON, null, TODAY)), JENNY));
    }

    /** Somebody who was met, works there as a main user and speaks that language. */
    public PersonId met(OrganisationId firm, String name, String email, String language) {
        var person = NewPerson.of(PersonName.of(name), new Origin(Source.MET_IN_PERSON, null, TODAY))
                .with(Map.of(PersonField.LANGUAGE, language));
        return add(email.isEmpty() ? person : person.reachedBy(ContactPoint.New.email(email)), firm);
    }

    /** Somebody who was found on a web page and has not been told so. */
    public PersonId found(OrganisationId firm, String name, String email) {
        var origin = new Origin(Source.PUBLIC_WEB, "https://firm.example/people", TODAY);
        return add(NewPerson.of(PersonName.of(name), origin).reachedBy(ContactPoint.New.email(email)), firm);
    }

    private PersonId add(NewPerson person, OrganisationId firm) {
        var post = new Affiliation.Post(firm, "Main user", Set.of(Affiliation.Role.MAIN_USER), null);
        return purposes.as(Purpose.CUSTOMER, () -> register.add(person.at(post), JENNY));
    }

    public void ban(PersonId person) {
        purposes.as(Purpose.CUSTOMER, () -> bans.ban(person, Ban.because("asked by phone"), JENNY));
    }

    public void restrict(PersonId person) {
        purposes.as(
                Purpose.RIGHTS,
                () -> jdbc.sql("update register.person set standing = (standing | 2)::smallint where person_id = :id")
                        .param("id", person.value())
                        .update());
    }

    public Criteria at(OrganisationId firm) {
        return new Criteria(
                Criteria.Match.ALL,
                List.of(new Criteria.Group(
                        Criteria.Match.ALL, false, List.of(new Criteria.Condition("organisation", firm.toString())))));
    }

    /** A campaign in Finnish and English to everybody at a firm, with nothing in its way. */
    public UUID campaign(OrganisationId firm) {
        return campaign(firm, content());
    }

    public UUID campaign(OrganisationId firm, Content content) {
        var audience = targeting.add("Everybody there", at(firm), JENNY);
        var plan = new Campaign.Plan(
                "Autumn letter", "role-marketing", new Campaign.Sender("Jenny, Halytin", null), audience, 0);
        return marketing.add(plan, content, JENNY);
    }

    UUID campaign(OrganisationId firm, Campaign.Sender sender) {
        var audience = targeting.add("Everybody there", at(firm), JENNY);
        return marketing.add(
                new Campaign.Plan("Autumn letter", "role-marketing", sender, audience, 0), content(), JENNY);
    }

    public static Content content() {
        return new Content(
                List.of("fi", "en"),
                Map.of("fi", "Syksyn uutiset, {{firstName|hei}}", "en", "Autumn news, {{firstName|there}}"),
                Map.of("fi", "vastaat varautumisesta", "en", "you look after preparedness"),
                List.of(
                        new Block(Block.Kind.HEADING, "", Map.of("fi", "Uutta", "en", "New")),
                        new Block(
                                Block.Kind.TEXT,
                                "",
                                Map.of("fi", "Hei {{firstName|sinä}}!", "en", "Hello {{firstName|there}}!")),
                        new Block(
                                Block.Kind.BUTTON, "https://halytin.example/news", Map.of("fi", "Lue", "en", "Read"))));
    }
}

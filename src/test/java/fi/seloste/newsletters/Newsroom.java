package fi.seloste.newsletters;

import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.consents.Consent;
import fi.seloste.consents.Consents;
import fi.seloste.register.Ban;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.register.Standing;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The newsletters, the people and the letters of these tests. Jobs run when the test says so. */
@TestComponent
class Newsroom {

    static final Actor JENNY =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000dddd"), "Jenny Sandberg");
    static final String NEWS = "consented-marketing";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Pattern LINK = Pattern.compile("/newsletters/confirm/([A-Za-z0-9_-]{43})");

    final Newsletters newsletters;
    final SigningUp signingUp;
    final Confirming confirming;
    final Subscriptions subscriptions;
    final ConfirmationLetters letters;
    final Register register;
    final MarketingBan bans;
    final Consents consents;
    final Mail mail;
    final Purposes purposes;
    final JdbcClient jdbc;
    final TurnedClock clock;

    Newsroom(
            Newsletters newsletters,
            SigningUp signingUp,
            Confirming confirming,
            Subscriptions subscriptions,
            ConfirmationLetters letters,
            Register register,
            MarketingBan bans,
            Consents consents,
            Mail mail,
            Purposes purposes,
            JdbcClient jdbc,
            TurnedClock clock) {
        this.newsletters = newsletters;
        this.signingUp = signingUp;
        this.confirming = confirming;
        this.subscriptions = subscriptions;
        this.letters = letters;
        this.register = register;
        this.bans = bans;
        this.consents = consents;
        this.mail = mail;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static Topic.Words words(String name) {
        return new Topic.Words(name, "About " + name, "", "");
    }

    /** One that is open and monthly, called by its slug in Finnish and English; made once for a class. */
    Topic topic(String slug) {
        return newsletters.all().stream()
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseGet(() -> {
                    var plan = new Topic.Plan(NEWS, Topic.Frequency.MONTHLY, true, true);
                    var words = Map.of("fi", words("Kirje " + slug), "en", words("Letter " + slug));
                    return newsletters.get(newsletters.add(slug, plan, words, JENNY));
                });
    }

    PersonId met(String name, String... emails) {
        return person(name, new Origin(Source.MET_IN_PERSON, null, TODAY), emails);
    }

    PersonId found(String name, String email) {
        return person(name, new Origin(Source.PUBLIC_WEB, "https://firm.example/people", TODAY), email);
    }

    private PersonId person(String name, Origin origin, String... emails) {
        var points = List.of(emails).stream().map(ContactPoint.New::email).toArray(ContactPoint.New[]::new);
        return purposes.as(
                Purpose.CUSTOMER,
                () -> register.add(NewPerson.of(PersonName.of(name), origin).reachedBy(points), JENNY));
    }

    void ban(PersonId person) {
        purposes.as(Purpose.CUSTOMER, () -> bans.ban(person, Ban.because("asked by phone"), JENNY));
    }

    void restrict(PersonId person) {
        purposes.as(
                Purpose.RIGHTS,
                () -> jdbc.sql("update register.person set standing = (standing | 2)::smallint where person_id = :id")
                        .param("id", person.value())
                        .update());
    }

    Standing standing(PersonId person) {
        return purposes.as(Purpose.RIGHTS, () -> register.get(person).standing());
    }

    /** Asks at the public door and lets the letters be written. */
    void ask(Topic topic, String email) {
        ask(topic, email, null);
    }

    void ask(Topic topic, String email, @org.jspecify.annotations.Nullable String name) {
        signingUp.ask(List.of(topic.slug()), new SignUp.Who(email, name, "en", null));
        write();
    }

    void write() {
        purposes.as(
                        Purpose.OWNER,
                        () -> jdbc.sql("select sign_up_id from newsletters.sign_up where token_print is null")
                                .query(UUID.class)
                                .list())
                .forEach(id -> letters.run(id.toString()));
    }

    List<Mail.Sent> lettersTo(String email) {
        return mail.newest(500).stream()
                .filter(one -> one.recipient().equals(email))
                .toList();
    }

    /** The link of the newest letter to this address. */
    String link(String email) {
        var letter = lettersTo(email).stream()
                .filter(one -> one.kind().equals("newsletter-confirmation"))
                .findFirst()
                .orElseThrow();
        var found = LINK.matcher(letter.body());
        if (!found.find()) {
            throw new AssertionError("No link in " + letter.body());
        }
        return found.group(1);
    }

    /** Whom the address reaches, the newest last. */
    List<PersonId> at(String email) {
        return purposes
                .as(
                        Purpose.OWNER,
                        () -> jdbc.sql(
                                        "select person_id from register.contact_point where value = :email and person_id is not null order by person_id")
                                .param("email", email)
                                .query(UUID.class)
                                .list())
                .stream()
                .map(PersonId::new)
                .toList();
    }

    boolean subscribes(PersonId person, Topic topic) {
        return purposes.as(Purpose.RIGHTS, () -> consents.stands(person, topic.aim()));
    }

    List<Consent> consents(PersonId person) {
        return purposes.as(Purpose.RIGHTS, () -> consents.of(person));
    }

    List<String> timeline(PersonId person) {
        return purposes.as(
                Purpose.CUSTOMER,
                () -> jdbc.sql(
                                "select kind || case when text = '' then '' else ': ' || text end from newsletters.happening where person_id = :person order by at, happening_id")
                        .param("person", person.value())
                        .query(String.class)
                        .list());
    }

    int rows(String table, String condition) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from " + table + " where " + condition)
                        .query(Integer.class)
                        .single());
    }
}

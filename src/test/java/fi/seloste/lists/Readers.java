package fi.seloste.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
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
import fi.seloste.register.Party;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.register.Tagging;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The people in the lists of these tests, and those who read them in a browser. */
@TestComponent
class Readers {

    static final Actor MARIA = new Actor(Actor.Kind.STAFF, Ids.next(), "Maria Salo");

    private static final String PASSWORD = "seitsemän hiljaista lumipalloa";
    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    final Register register;
    final OrganisationRegister organisations;
    final Tagging tagging;
    final MarketingBan bans;
    final Staff staff;
    final Purposes purposes;
    final JdbcClient jdbc;

    Readers(
            Register register,
            OrganisationRegister organisations,
            Tagging tagging,
            MarketingBan bans,
            Staff staff,
            Purposes purposes,
            JdbcClient jdbc) {
        this.register = register;
        this.organisations = organisations;
        this.tagging = tagging;
        this.bans = bans;
        this.staff = staff;
        this.purposes = purposes;
        this.jdbc = jdbc;
    }

    PersonId person(String name, String email, OrganisationId... at) {
        var posts = Arrays.stream(at).map(Affiliation.Post::at).toArray(Affiliation.Post[]::new);
        return purposes.as(
                Purpose.CUSTOMER,
                () -> register.add(
                        NewPerson.of(PersonName.of(name), met())
                                .reachedBy(ContactPoint.New.email(email))
                                .at(posts),
                        MARIA));
    }

    OrganisationId organisation(String name) {
        return purposes.as(Purpose.CUSTOMER, () -> organisations.add(NewOrganisation.of(name, met()), MARIA));
    }

    PersonId banned(String name, String email) {
        var person = person(name, email);
        purposes.as(Purpose.CUSTOMER, () -> bans.ban(person, Ban.because("asked by phone"), MARIA));
        return person;
    }

    PersonId restricted(String name, String email) {
        var person = person(name, email);
        asOwner("update register.person set standing = standing | 2 where person_id = '%s'".formatted(person));
        return person;
    }

    void tag(PersonId person, String tag) {
        purposes.as(Purpose.CUSTOMER, () -> tagging.add(Party.of(person), tag, MARIA));
    }

    List<String> tags(PersonId person) {
        return purposes.as(Purpose.CUSTOMER, () -> tagging.of(Party.of(person)));
    }

    void asOwner(String sql) {
        purposes.as(Purpose.OWNER, () -> jdbc.sql(sql).update());
    }

    int count(String table, String condition) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from %s where %s".formatted(table, condition))
                        .query(Integer.class)
                        .single());
    }

    void empty() {
        for (var table : List.of(
                "register.change",
                "register.note",
                "register.person_tag",
                "register.organisation_tag",
                "register.affiliation",
                "register.contact_point",
                "register.person",
                "register.organisation",
                "register.default_view",
                "register.saved_view",
                "suppression.entry",
                "evidence.consultation")) {
            asOwner("delete from " + table);
        }
    }

    private static Origin met() {
        return new Origin(Source.MET_IN_PERSON, null, LocalDate.of(2026, 11, 23));
    }

    /** Somebody who works here and has signed in. */
    Reader signedIn(MockMvc web, String name, Permissions permissions) throws Exception {
        var email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + Ids.next() + "@halytin.example";
        var account =
                staff.make(new Staff.Newcomer(name, email, "en", "Europe/Helsinki"), permissions, Actor.system("test"));
        staff.setPassword(account, PASSWORD);
        return new Reader(web, account, session(web, email));
    }

    Reader salesperson(MockMvc web) throws Exception {
        return signedIn(web, "Maria Salo", Permissions.allOf(Purpose.ofStaff()));
    }

    Reader marketer(MockMvc web) throws Exception {
        return signedIn(web, "Otto Berg", Role.MARKETER.permissions());
    }

    private static Cookie session(MockMvc web, String email) throws Exception {
        var page = web.perform(get("/sign-in")).andReturn().getResponse();
        var answer = web.perform(post("/sign-in")
                        .cookie(page.getCookies())
                        .param("_csrf", proof(page.getContentAsString()))
                        .param("email", email)
                        .param("password", PASSWORD))
                .andReturn()
                .getResponse();
        return Arrays.stream(answer.getCookies())
                .filter(one -> one.getName().equals("seloste-80"))
                .findFirst()
                .orElseThrow();
    }

    private static String proof(String html) {
        var found = PROOF.matcher(html);
        assertThat(found.find()).as("a form with a proof in %s", html).isTrue();
        return found.group(1);
    }

    /** A browser with a session. */
    record Reader(MockMvc web, AccountId account, Cookie session) {

        ResultActions opens(String page) throws Exception {
            return web.perform(get(java.net.URI.create(page)).cookie(session));
        }

        String reads(String page) throws Exception {
            var answer = opens(page).andReturn().getResponse();
            assertThat(answer.getStatus()).as(page).isEqualTo(200);
            return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        }

        /** Sends a form; names and values take turns. */
        ResultActions sends(String url, String... fields) throws Exception {
            var html = web.perform(get("/account").cookie(session))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            var form = post(url).cookie(session).param("_csrf", proof(html));
            for (int i = 0; i < fields.length; i += 2) {
                form.param(fields[i], fields[i + 1]);
            }
            return web.perform(form);
        }

        String leads(String page) throws Exception {
            return String.valueOf(opens(page).andReturn().getResponse().getHeader("Location"));
        }
    }
}

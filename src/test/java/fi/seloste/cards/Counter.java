package fi.seloste.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.register.Affiliation;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.NewOrganisation;
import fi.seloste.register.NewPerson;
import fi.seloste.register.OrganisationField;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The people of these tests, and browsers of employees who look at them. */
@TestComponent
class Counter {

    static final Actor MARIA = Actor.system("Maria Salo");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final String PASSWORD = "seitsemän hiljaista lumipalloa";
    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    final MockMvc web;
    final Register register;
    final OrganisationRegister organisations;
    final Staff staff;
    final Purposes purposes;
    final TurnedClock clock;

    Counter(
            MockMvc web,
            Register register,
            OrganisationRegister organisations,
            Staff staff,
            Purposes purposes,
            TurnedClock clock) {
        this.web = web;
        this.register = register;
        this.organisations = organisations;
        this.staff = staff;
        this.purposes = purposes;
        this.clock = clock;
    }

    PersonId person(String name, String email, OrganisationId... at) {
        var posts = Arrays.stream(at).map(Affiliation.Post::at).toArray(Affiliation.Post[]::new);
        return customer(() -> register.add(
                NewPerson.of(PersonName.of(name), new Origin(Source.MET_IN_PERSON, "the fair in Tampere", TODAY))
                        .reachedBy(ContactPoint.New.email(email))
                        .at(posts),
                MARIA));
    }

    OrganisationId organisation(String name, String domain) {
        return customer(() -> organisations.add(
                NewOrganisation.of(name, new Origin(Source.CONTRACT, null, TODAY))
                        .with(Map.of(OrganisationField.DOMAIN, domain)),
                MARIA));
    }

    <R extends @Nullable Object> R customer(Supplier<R> work) {
        return purposes.as(Purpose.CUSTOMER, work);
    }

    /** A browser of somebody who holds these permissions. */
    Browsing of(Permissions permissions) throws Exception {
        var email = "maria.salo." + Ids.next() + "@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Maria Salo", email, "en", "Europe/Helsinki"), permissions, Actor.system("test"));
        staff.setPassword(account, PASSWORD);
        var page = web.perform(get("/sign-in")).andReturn().getResponse();
        var answer = web.perform(post("/sign-in")
                        .cookie(page.getCookies())
                        .param("_csrf", proof(page.getContentAsString()))
                        .param("email", email)
                        .param("password", PASSWORD))
                .andReturn()
                .getResponse();
        return new Browsing(web, Objects.requireNonNull(answer.getCookie("seloste-80")));
    }

    Browsing ofAll() throws Exception {
        return of(Permissions.allOf(fi.seloste.staff.Permission.HOLDABLE));
    }

    static String proof(String html) {
        var found = PROOF.matcher(html);
        assertThat(found.find()).as("a form with a proof in %s", html).isTrue();
        return found.group(1);
    }

    /** Opens pages and sends forms with the proof of the page they stand on. */
    record Browsing(MockMvc web, Cookie session) {

        ResultActions opens(String url) throws Exception {
            return web.perform(get(url).cookie(session));
        }

        String html(String url) throws Exception {
            return opens(url).andReturn().getResponse().getContentAsString();
        }

        /** Names and values take turns. */
        ResultActions sends(String url, String... fields) throws Exception {
            var form = post(url).cookie(session).param("_csrf", proof(html("/account")));
            for (int i = 0; i < fields.length; i += 2) {
                form.param(fields[i], fields[i + 1]);
            }
            return web.perform(form);
        }
    }
}

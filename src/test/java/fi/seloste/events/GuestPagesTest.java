package fi.seloste.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Crowd;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** From the form of an event to the list at the door, by the pages alone. */
@EventsTest
class GuestPagesTest {

    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern STAMP = Pattern.compile("name=\"guard-stamp\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static int visits;

    @Autowired
    Hosting hosting;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    @Test
    void an_event_is_made_opened_registered_for_let_in_and_taken_out() throws Exception {
        var aino = visit(Role.OPERATOR);
        var place = aino.sends(
                        "/events",
                        "name.fi",
                        "Turvapäivä",
                        "place.fi",
                        "Messukeskus",
                        "starts",
                        "2027-02-09T09:00",
                        "ends",
                        "2027-02-09T15:00",
                        "zone",
                        "Europe/Helsinki",
                        "capacity",
                        "1",
                        "waiting",
                        "true",
                        "organisation",
                        "must",
                        "phone",
                        "no",
                        "q1.fi",
                        "Mitä kysyt?",
                        "reminders",
                        "1440")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        web.perform(get("/e/turvapaiva")).andExpect(status().isNotFound());
        aino.sends(place + "/opening").andExpect(status().is3xxRedirection());

        assertThat(html("/e/turvapaiva?lang=fi"))
                .contains(
                        "Turvapäivä",
                        "tiistaina 9.2.2027".substring(0, 5),
                        "Messukeskus",
                        "Mitä kysyt?",
                        "Mitä tiedoille tapahtuu")
                .doesNotContain("<script>");
        send(
                        "/e/turvapaiva",
                        "name",
                        "Ada Koskinen",
                        "email",
                        "ada@pages.example",
                        "organisation",
                        "=cmd|'x'!A1",
                        "a.q1",
                        "Miksi?")
                .andExpect(status().isOk());
        send("/e/turvapaiva", "name", "Boris Lind", "email", "boris@pages.example", "organisation", "Jokivoima Oy");
        hosting.afterwards();
        assertThat(html("/e/turvapaiva?lang=en"))
                .contains("All places are taken", "you can still register".substring(4, 14));

        assertThat(aino.html(place))
                .contains("Ada Koskinen", "1 of 1", "Miksi?")
                .doesNotContain("Boris Lind");
        assertThat(aino.html(place + "?guests=waiting")).contains("Boris Lind").doesNotContain("Ada Koskinen");
        assertThat(aino.html(place + "/door?q=koskinen"))
                .contains("Ada Koskinen")
                .doesNotContain("Boris");
        var ada = hosting.row("ada@pages.example").get("participation_id");
        aino.sends(place + "/door/" + ada, "q", "koskinen").andExpect(status().is3xxRedirection());
        aino.sends(place + "/door/" + ada);
        assertThat(hosting.numbers(hosting.now(event(place))).attended()).isOne();
        assertThat(aino.html(place + "/door")).contains("1 of 1 are in");
        aino.sends(place + "/door/" + ada + "/undo");
        assertThat(hosting.numbers(hosting.now(event(place))).attended()).isZero();
        var boris = hosting.row("boris@pages.example").get("participation_id");
        aino.sends(place + "/door/" + boris).andExpect(status().isConflict());

        assertThat(aino.html(place + "/sheet"))
                .contains("Guest list", "Ada Koskinen")
                .doesNotContain("Boris");
        var csv = aino.html(place + "/guests.csv");
        assertThat(csv).startsWith("\uFEFFNumber;Name").contains("Ada Koskinen", "'=cmd", "Miksi?");
        aino.sends(place + "/guests/" + ada + "/cancellation").andExpect(status().is3xxRedirection());
        hosting.afterwards();
        assertThat(hosting.kinds("boris@pages.example")).containsExactly("event-waiting", "event-promoted");
    }

    private Event event(String place) {
        return hosting.marketing(
                () -> hosting.events.get(UUID.fromString(place.substring(place.lastIndexOf('/') + 1))));
    }

    @Test
    void what_a_form_gets_wrong_is_told_at_its_field_and_nothing_typed_is_lost() throws Exception {
        var aino = visit(Role.OPERATOR);
        var answer = aino.sends(
                        "/events",
                        "name.fi",
                        "Kevätyö",
                        "starts",
                        "2027-03-28T03:30",
                        "ends",
                        "2027-03-28T06:00",
                        "zone",
                        "Europe/Helsinki")
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).contains("There is no such time in Europe/Helsinki", "03:00", "04:00", "Kevätyö");
        for (var wrong : Map.of(
                        "capacity", "many", "zone", "Mars/Base", "reminders", "soon", "link.fi", "javascript:alert(1)")
                .entrySet()) {
            aino.sends(
                            "/events",
                            "name.fi",
                            "Yö",
                            "starts",
                            "2027-03-29T03:30",
                            "ends",
                            "2027-03-29T06:00",
                            wrong.getKey().equals("zone") ? "x" : "zone",
                            "Europe/Helsinki",
                            wrong.getKey(),
                            wrong.getValue())
                    .andExpect(status().isOk());
        }
        assertThat(aino.html("/events")).doesNotContain("Yö");
        var public0 = hosting.opened(null, true);
        assertThat(send("/e/" + public0.slug(), "name", "Ada\u0007", "email", "ada@wrong.example")
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("one line", "ada@wrong.example");
        assertThat(hosting.people("ada@wrong.example")).isEmpty();
    }

    @Test
    @Policy("E4")
    void looking_at_ones_own_page_changes_nothing_and_every_step_is_a_press() throws Exception {
        var event = hosting.opened(null, true, Asked.need(Map.of()));
        hosting.met("Ada Koskinen", "ada@own.example");
        hosting.registers(event, "Ada Koskinen", "ada@own.example", "a.need", "celiac", "agree", "true");
        var page = "/e/own/" + hosting.link("ada@own.example");
        web.perform(head(page)).andExpect(status().isOk());
        assertThat(html(page + "?lang=en")).contains("Confirm that it was you");
        assertThat(hosting.row("ada@own.example")).containsEntry("confirmed_at", null);

        send(page + "/confirmation").andExpect(status().is3xxRedirection());
        hosting.afterwards();
        assertThat(html(page + "?lang=en")).contains("You have a place");
        web.perform(get(page + "/event.ics"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", org.hamcrest.Matchers.startsWith("text/calendar")));

        send(page + "/details", "name", "Ada K", "a.need", "").andExpect(status().is3xxRedirection());
        assertThat(hosting.count("events.need")).as("the consent is taken back").isZero();
        send(page + "/details", "name", "Ada K", "a.need", "nuts").andExpect(status().isOk());
        assertThat(hosting.count("events.need")).isZero();

        send(page + "/cancellation").andExpect(status().is3xxRedirection());
        assertThat(html(page + "?lang=en")).contains("is cancelled");
        web.perform(get(page + "/event.ics")).andExpect(status().isNotFound());
    }

    @Test
    @Policy("E5")
    void marketing_alone_sees_a_number_where_customer_relations_sees_a_name() throws Exception {
        var event = hosting.opened(null, true);
        hosting.ban(hosting.met("Ada Koskinen", "ada@hidden.example"));
        hosting.registers(event, "Ada Koskinen", "ada@hidden.example");
        hosting.registers(event, "Boris Lind", "boris@hidden.example");
        var jenny = visit(Role.MARKETER);
        assertThat(jenny.html("/events/" + event.id()))
                .contains("Boris Lind", "marketing may not see that person")
                .doesNotContain("Ada Koskinen");
        assertThat(jenny.html("/events/" + event.id() + "/door"))
                .contains("Boris Lind")
                .doesNotContain("Ada Koskinen");
        var ada = hosting.row("ada@hidden.example").get("participation_id");
        jenny.sends("/events/" + event.id() + "/door/" + ada).andExpect(status().isNotFound());
        jenny.opens("/events/" + event.id() + "/guests.csv").andExpect(status().isForbidden());
        assertThat(visit(Role.SALESPERSON).html("/events/" + event.id())).contains("Ada Koskinen", "Boris Lind");
        var salla = visit(Role.SUPPORT_AGENT);
        salla.opens("/events/" + event.id()).andExpect(status().isOk());
        salla.sends("/events/" + event.id() + "/cancellation", "sure", "true").andExpect(status().isForbidden());
        visit(Role.FINANCE).opens("/events").andExpect(status().isForbidden());
    }

    @Test
    @Policy("E6")
    void a_form_that_comes_too_fast_or_without_its_stamp_is_asked_to_wait_and_keeps_what_was_typed() throws Exception {
        var event = hosting.opened(null, true);
        var early = web.perform(withProof(post("/e/" + event.slug()))
                        .param("name", "Ada Koskinen")
                        .param("email", "ada@guard.example"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(early).contains("ada@guard.example", "guard-stamp");
        assertThat(hosting.count("events.participation where email = 'ada@guard.example'"))
                .isZero();
        send("/e/" + event.slug(), "name", "Ada Koskinen", "email", "ada@guard.example");
        assertThat(hosting.count("events.participation where email = 'ada@guard.example'"))
                .isOne();
    }

    @Test
    @Policy("E6")
    void a_page_is_good_for_one_registration() throws Exception {
        var event = hosting.opened(null, true);
        var stamp = STAMP.matcher(html("/e/" + event.slug()));
        assertThat(stamp.find()).isTrue();
        hosting.clock.advance(PATIENCE);
        for (var name : List.of("ada", "boris")) {
            web.perform(withProof(post("/e/" + event.slug()))
                    .param("guard-stamp", stamp.group(1))
                    .param("name", name)
                    .param("email", name + "@once.example"));
        }
        assertThat(hosting.count("events.participation where email = 'ada@once.example'"))
                .isOne();
        assertThat(hosting.count("events.participation where email = 'boris@once.example'"))
                .isZero();
    }

    @Test
    void a_page_that_was_used_before_takes_nobody_elses_place_back() throws Exception {
        var event = hosting.opened(null, true);
        assertThat(Crowd.looksAtStamps((who, stamp) -> hosting.registering.register(
                        event, hosting.wish(event, "Guest " + who, who + "@crowd.example"), null, stamp)))
                .containsExactly(1, 1, 1, 1);
        assertThat(hosting.count("events.participation where email like '%@crowd.example'"))
                .isEqualTo(3);
    }

    @Test
    void many_guests_are_shown_a_page_at_a_time_and_only_who_was_shown_was_looked_at() throws Exception {
        var event = hosting.opened(null, true);
        for (int i = 10; i < 63; i++) {
            hosting.registers(event, "Guest %d of many".formatted(i), "guest%d@many.example".formatted(i));
        }
        var aino = visit(Role.OPERATOR);
        var page = "/events/" + event.id();
        assertThat(aino.html(page)).contains("Guest 59 of many").doesNotContain("Guest 60 of many");
        assertThat(aino.html(page + "?after=50"))
                .contains("Guest 60 of many", "Guest 62 of many")
                .doesNotContain("Guest 59 of many");
        assertThat(lookedAt()).isEqualTo(3);
        assertThat(aino.html(page + "/door"))
                .contains("Guest 59 of many", "3 more")
                .doesNotContain("Guest 60 of many");
        assertThat(aino.html(page + "/door?q=60")).contains("Guest 60 of many").doesNotContain("Guest 59 of many");
        assertThat(lookedAt()).isOne();
        assertThat(aino.html(page + "?guests=waiting")).contains("Nobody here");
        assertThat(aino.html(page + "?guests=nonsense")).contains("Guest 10 of many");
    }

    private int lookedAt() {
        return hosting.purposes.as(
                fi.seloste.store.Purpose.OWNER,
                () -> hosting.jdbc
                        .sql(
                                "select cardinality(subjects) from evidence.consultation order by consultation_id desc limit 1")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void calling_off_asks_whether_one_is_sure() throws Exception {
        var event = hosting.opened(null, true);
        var aino = visit(Role.OPERATOR);
        aino.sends("/events/" + event.id() + "/cancellation");
        assertThat(hosting.now(event).state()).isEqualTo(Event.State.OPEN);
        aino.sends("/events/" + event.id() + "/cancellation", "sure", "true");
        assertThat(hosting.now(event).state()).isEqualTo(Event.State.CANCELLED);
        assertThat(html("/e/" + event.slug() + "?lang=en")).contains("has been called off");
    }

    @Test
    void somebody_at_the_door_is_written_down_even_when_it_is_full() throws Exception {
        var event = hosting.opened(1, false);
        hosting.registers(event, "Ada Koskinen", "ada@walkin.example");
        var aino = visit(Role.OPERATOR);
        var page = "/events/" + event.id() + "/guests";
        aino.sends(page, "name", "Boris Lind", "email", "boris@walkin.example", "language", "fi")
                .andExpect(status().isConflict());
        aino.sends(page, "name", "Boris Lind", "email", "boris@walkin.example", "language", "en", "beyond", "true")
                .andExpect(status().is3xxRedirection());
        aino.sends(page, "name", "Boris Lind", "email", "boris@walkin.example", "language", "en", "beyond", "true")
                .andExpect(status().isConflict());
        hosting.afterwards();
        assertThat(hosting.numbers(event).registered()).isEqualTo(2);
        assertThat(hosting.letters("boris@walkin.example").getLast().body()).contains("Hello Boris Lind");
    }

    private String html(String path) throws Exception {
        return web.perform(get(path)).andReturn().getResponse().getContentAsString();
    }

    /** As a browser without script does: the form of a page is sent with the proof of the page, after a while. */
    private ResultActions send(String url, String... fields) throws Exception {
        var form = withProof(post(url));
        var stamp = STAMP.matcher(html(url.replaceAll("/(confirmation|details|cancellation)$", "")));
        if (stamp.find()) {
            form.param("guard-stamp", stamp.group(1));
            hosting.clock.advance(PATIENCE);
        }
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return web.perform(form);
    }

    private MockHttpServletRequestBuilder withProof(MockHttpServletRequestBuilder form) throws Exception {
        var page = web.perform(get("/sign-in")).andReturn().getResponse();
        var cookie = page.getCookie("seloste-80-visit");
        assertThat(cookie).isNotNull();
        var proof = PROOF.matcher(page.getContentAsString());
        assertThat(proof.find()).isTrue();
        return form.cookie(cookie).param("_csrf", proof.group(1)).header("Accept-Language", "en");
    }

    private Visit visit(Role role) throws Exception {
        var email = "visitor" + visits++ + ".events@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Jenny Sandberg", email, "en", "Europe/Helsinki"),
                role.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }
}

package fi.seloste.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Edit;
import fi.seloste.register.PersonField;
import fi.seloste.rights.Identity;
import fi.seloste.rights.Right;
import fi.seloste.rights.Rights;
import fi.seloste.staff.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Counter.class)
class PersonPageTest {

    @Autowired
    Counter counter;

    @Autowired
    Evidence evidence;

    @Autowired
    Rights rights;

    @Autowired
    Identity identity;

    @Test
    void the_page_shows_who_it_is_what_is_permitted_why_here_and_what_happened() throws Exception {
        var joki = counter.organisation("Jokivoima Oy", "jokivoima.example");
        var ada = counter.person("Ada Koskinen", "ada.koskinen@jokivoima.example", joki);
        counter.ofAll()
                .opens("/people/" + ada)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Ada Koskinen"),
                                containsString("Jokivoima Oy"),
                                containsString("ada.koskinen@"),
                                containsString("Marketing e-mail"),
                                containsString("the fair in Tampere"),
                                containsString("Added to the register"),
                                containsString("24 months"),
                                containsString("right=erasure&amp;person=" + ada))));
    }

    @Test
    void a_look_at_the_page_is_a_consultation_in_the_purpose_of_the_viewer() throws Exception {
        var ada = counter.person("Ada Seen", "ada.seen@jokivoima.example");
        assertThat(evidence.consultationsOf(ada)).isEmpty();
        counter.ofAll()
                .opens("/people/" + ada + "?as=support")
                .andExpect(content().string(containsString("<b>support</b>")));
        assertThat(evidence.consultationsOf(ada))
                .extracting(Evidence.Consultation::purpose, Evidence.Consultation::how)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("support", "page"));
    }

    @Test
    void a_banned_person_is_not_there_for_marketing_and_the_ban_tells_its_reason() throws Exception {
        var boris = counter.person("Boris Lindqvist", "boris@jokivoima.example");
        var viewer = counter.ofAll();
        viewer.opens("/people/" + boris + "?as=marketing").andExpect(status().isOk());
        viewer.sends("/people/" + boris + "/ban", "reason", " ").andExpect(status().isBadRequest());

        viewer.sends("/people/" + boris + "/ban", "reason", "asked by telephone")
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/people/" + boris));

        viewer.opens("/people/" + boris)
                .andExpect(content().string(containsString("Marketing is banned: asked by telephone")));
        viewer.opens("/people/" + boris + "?as=marketing").andExpect(status().isNotFound());
        viewer.sends("/people/" + boris + "/lifting", "reason", "").andExpect(status().isBadRequest());
        viewer.sends("/people/" + boris + "/lifting", "reason", "a mail, but when?")
                .andExpect(status().isBadRequest());
        viewer.sends(
                        "/people/" + boris + "/lifting",
                        "reason",
                        "wants the newsletter",
                        "how",
                        "mail",
                        "on",
                        "2026-11-23")
                .andExpect(status().isSeeOther());
        viewer.opens("/people/" + boris + "?as=marketing").andExpect(status().isOk());
    }

    @Test
    void a_marketer_who_bans_is_led_away_from_a_page_that_is_no_longer_there() throws Exception {
        var cilla = counter.person("Cilla Berg", "cilla@jokivoima.example");
        counter.of(Role.MARKETER.permissions())
                .sends("/people/" + cilla + "/ban", "reason", "asked at the fair")
                .andExpect(header().string("Location", "/"));
    }

    @Test
    void what_a_viewer_may_not_do_is_neither_offered_nor_done() throws Exception {
        var ada = counter.person("Ada Kept", "ada.kept@jokivoima.example");
        var officer = counter.of(Role.PRIVACY_OFFICER.permissions());
        officer.opens("/people/" + ada)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("right=access"),
                                not(containsString("/fields/job-title")),
                                not(containsString("class=\"card composer\"")))));
        var sales = counter.of(Role.SALESPERSON.permissions());
        sales.opens("/people/" + ada)
                .andExpect(content()
                        .string(allOf(containsString("/fields/job-title"), not(containsString("right=access")))));
        sales.opens("/people/" + ada + "?as=support").andExpect(status().isForbidden());
        counter.of(Role.MARKETER.permissions())
                .sends("/people/" + ada + "/fields/job-title", "value", "Boss", "was", "")
                .andExpect(status().isForbidden());
    }

    @Test
    void a_restricted_person_is_seen_for_claims_alone_with_a_lock_and_nothing_to_edit() throws Exception {
        var chen = counter.person("Chen Wei", "chen@jokivoima.example");
        var request = rights.receive(
                new Rights.Received(Right.RESTRICTION, "chen@jokivoima.example", null, null, null, "en"),
                Counter.MARIA);
        identity.confirm(request.id(), new Identity.Said("attested", "called back", null), Counter.MARIA);
        rights.fulfil(request.id(), Counter.MARIA);
        var viewer = counter.ofAll();

        viewer.opens("/people/" + chen).andExpect(status().isNotFound());
        viewer.opens("/people/" + chen + "?as=claims")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("lamp-locked"),
                                containsString("restricted (Art. 18)"),
                                containsString("Only stored"),
                                not(containsString("/fields/name")))));
        viewer.sends("/people/" + chen + "/fields/name", "value", "Chen", "was", "Chen Wei", "as", "claims")
                .andExpect(status().isForbidden());
    }

    @Test
    void whoever_may_not_read_people_in_a_purpose_does_not_learn_that_they_exist() throws Exception {
        var ada = counter.person("Ada Visited", "ada.visited@jokivoima.example");
        counter.ofAll().opens("/people/" + ada + "?as=analytics").andExpect(status().isNotFound());
        counter.ofAll().opens("/people/01a21a56-ffcd-7000-8c03-6f66a6b445c2").andExpect(status().isNotFound());
        counter.ofAll().opens("/people/nobody").andExpect(status().isNotFound());
    }

    @Test
    void hostile_names_are_words_and_nothing_else() throws Exception {
        var name = "<script>alert(1)</script> \u202Eغريب " + "Aapeli".repeat(27);
        var evil = counter.person(name, "evil@jokivoima.example");
        counter.customer(() -> {
            var edit = Edit.of(Map.of(PersonField.JOB_TITLE, "\"><img src=x onerror=alert(1)>"));
            counter.register.change(evil, edit, Counter.MARIA);
            return true;
        });
        var html = counter.ofAll().html("/people/" + evil);
        assertThat(html)
                .contains("&lt;script&gt;alert(1)", "dir=\"auto\"", "غريب")
                .doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void the_history_tells_old_new_who_and_from_what_source() throws Exception {
        var ada = counter.person("Ada Promoted", "ada.promoted@jokivoima.example");
        var viewer = counter.ofAll();
        viewer.sends("/people/" + ada + "/fields/job-title", "value", "Buyer", "was", "");
        viewer.sends(
                "/people/" + ada + "/fields/job-title", "value", "Head of buying", "was", "Buyer", "source", "email");
        viewer.opens("/people/" + ada + "/history?field=job-title")
                .andExpect(content()
                        .string(allOf(
                                containsString("Buyer"),
                                containsString("Head of buying"),
                                containsString("Maria Salo"),
                                containsString("E-mail"),
                                not(containsString("Added to the register")))));
    }
}

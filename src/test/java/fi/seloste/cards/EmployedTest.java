package fi.seloste.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.base.PersonId;
import fi.seloste.register.Affiliation;
import fi.seloste.register.Employment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Counter.class)
class EmployedTest {

    @Autowired
    Counter counter;

    @Autowired
    Employment employment;

    @Test
    void a_change_of_job_is_one_act_that_keeps_the_old_post_and_ends_its_address() throws Exception {
        var joki = counter.organisation("Jokivoima Oy", "jokivoima.example");
        var sata = counter.organisation("Satamatuki Oy", "satamatuki.example");
        var ada = counter.person("Ada Koskinen", "ada.koskinen@jokivoima.example", joki);
        var maria = counter.ofAll();

        maria.sends(
                        "/people/" + ada + "/job-change",
                        "from",
                        joki.toString(),
                        "organisation",
                        "satamatuki oy",
                        "title",
                        "Harbour master",
                        "on",
                        "2026-11-01")
                .andExpect(status().isSeeOther());

        var posts = posts(ada);
        assertThat(posts).extracting(Affiliation::organisation).containsExactly(sata, joki);
        assertThat(posts.get(1).untilOn()).isEqualTo(LocalDate.of(2026, 11, 1));
        maria.opens("/people/" + ada)
                .andExpect(content()
                        .string(allOf(
                                containsString("Harbour master"),
                                containsString("ended 1 Nov 2026"),
                                containsString("Jokivoima Oy"))));
    }

    @Test
    void whoever_left_stays_in_the_list_of_those_who_left() throws Exception {
        var kero = counter.organisation("Kero Oy", "kero.example");
        var boris = counter.person("Boris Kero", "boris@kero.example", kero);
        var maria = counter.ofAll();
        maria.opens("/organisations/" + kero).andExpect(content().string(containsString("Boris Kero")));

        maria.sends("/people/" + boris + "/leaving", "from", kero.toString(), "on", "2026-11-01");

        maria.opens("/organisations/" + kero).andExpect(content().string(not(containsString("Boris Kero"))));
        maria.opens("/organisations/" + kero + "?past=yes")
                .andExpect(content().string(allOf(containsString("Boris Kero"), containsString("left 1 Nov 2026"))));
        maria.sends("/people/" + boris + "/leaving", "from", "").andExpect(status().isBadRequest());
        maria.sends("/people/" + boris + "/leaving", "from", kero.toString()).andExpect(status().isConflict());
    }

    @Test
    void an_organisation_that_is_not_known_is_chosen_or_made() throws Exception {
        var ada = counter.person("Ada Placed", "ada.placed@paikka.example");
        var maria = counter.ofAll();
        counter.organisation("Paikkala Oy", "paikkala.example");
        maria.sends("/people/" + ada + "/posts", "organisation", "Paikka")
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(containsString("Paikkala Oy"), containsString("A new organisation: Paikka"))));
        maria.opens("/organisations/choices?organisation=paikk")
                .andExpect(content().string(containsString("Paikkala Oy")));

        maria.sends(
                        "/people/" + ada + "/posts",
                        "organisation",
                        "Paikka",
                        "organisationId",
                        "new",
                        "roles",
                        "main-user")
                .andExpect(status().isSeeOther());

        var post = posts(ada).getFirst();
        assertThat(post.organisationName()).isEqualTo("Paikka");
        maria.sends(
                "/people/" + ada + "/posts/" + post.id(),
                "title",
                "Chief",
                "roles",
                "decision-maker",
                "roles",
                "reference");
        assertThat(posts(ada).getFirst().roles())
                .containsExactlyInAnyOrder(Affiliation.Role.DECISION_MAKER, Affiliation.Role.REFERENCE);
        maria.sends("/people/" + ada + "/posts/" + post.id() + "/removal").andExpect(status().isSeeOther());
        assertThat(posts(ada)).isEmpty();
    }

    private List<Affiliation> posts(PersonId person) {
        return counter.customer(() -> employment.of(person));
    }
}

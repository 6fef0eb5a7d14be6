package fi.seloste.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.publishing.Drafting;
import fi.seloste.publishing.Publishing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** An open form asks only what the notice in force lets it ask, whatever the notice said when it was published. */
@DatabaseTest
@Import(Visitors.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LaterNoticeTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Drafting drafting;

    @Autowired
    Publishing publishing;

    @Autowired
    MockMvc web;

    @Test
    @Order(1)
    @Policy("F1")
    void what_a_later_notice_gets_from_no_form_is_asked_no_more() throws Exception {
        var form = visitors.contact();
        var open = visitors.page(form);
        assertThat(open).contains("name=\"message\"", "name=\"phone\"");

        fromNoForm("subscriptions-events", "registration", "email", "meeting");

        assertThat(visitors.forms.obstacles(form.id()))
                .extracting(Obstacle::field)
                .containsExactly("message");
        assertThat(visitors.page(form)).contains("name=\"phone\"").doesNotContain("name=\"message\"");
        visitors.sends(
                        form,
                        open,
                        Duration.ofSeconds(30),
                        "name",
                        "Ada Later",
                        "email",
                        "ada.later@jokivoima.example",
                        "message",
                        "Not to be kept")
                .andExpect(status().isBadRequest());
        visitors.worked(form, "name", "Ada Later", "email", "ada.later@jokivoima.example");
        visitors.work();
        assertThat(visitors.peopleAt("ada.later@jokivoima.example")).hasSize(1);
        assertThat(visitors.count("select count(*) from forms.answer where value = 'Not to be kept'"))
                .isZero();
    }

    @Test
    @Order(2)
    @Policy("F1")
    void a_form_that_may_not_ask_for_an_address_any_more_takes_nothing_in() throws Exception {
        var form = visitors.forms.get(
                visitors.draft(visitors.plan(Kinds.CONTACT, visitors.salla()), visitors.content("name", "email")));
        visitors.forms.publish(form.id(), Visitors.JENNY);
        var address = "/f/" + form.plan().slug();
        web.perform(get(address)).andExpect(status().isOk());

        fromNoForm("contact-information", "met-in-person", "email");

        web.perform(get(address)).andExpect(status().isGone());
    }

    private void fromNoForm(String category, String... sources) {
        drafting.change(null, sheet -> sheet.set(List.of(sources), "categories", category, "sources"), Visitors.JENNY);
        publishing.publish(drafting.draft(), "", Visitors.JENNY);
    }
}

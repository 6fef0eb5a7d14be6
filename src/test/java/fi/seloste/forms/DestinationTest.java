package fi.seloste.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** A form whose answers another module takes over: it asks the address by itself, and nothing of it stays here. */
@DatabaseTest
@Import({Visitors.class, DestinationTest.Club.class})
class DestinationTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Club club;

    @Autowired
    Forms forms;

    @Autowired
    Inbound inbound;

    @Autowired
    MockMvc web;

    @BeforeEach
    void an_open_club() {
        club.closed = false;
        club.needed = Set.of();
        club.came.clear();
    }

    @Test
    void what_came_is_handed_over_whole_and_gone_here() throws Exception {
        var form = club("readers");
        visitors.sends(form, "name", "Ada Jäsen", "email", "ada.club@jokivoima.example")
                .andExpect(status().is3xxRedirection());
        visitors.work();

        assertThat(club.came).singleElement().satisfies(one -> {
            assertThat(one.target()).isEqualTo("readers");
            assertThat(one.sender().email()).isEqualTo("ada.club@jokivoima.example");
            assertThat(one.answers()).containsEntry("name", "Ada Jäsen");
        });
        assertThat(inbound.waiting(form.id(), Paging.of(null, null)).items()).isEmpty();
        assertThat(visitors.letters("ada.club@jokivoima.example"))
                .as("the module asks by itself")
                .isEmpty();
        assertThat(visitors.peopleAt("ada.club@jokivoima.example")).isEmpty();
    }

    @Test
    void what_is_in_its_way_stops_publishing_and_sending_and_what_it_refuses_late_waits_for_staff() throws Exception {
        var form = club("readers");
        club.closed = true;
        assertThat(forms.obstacles(form.id()))
                .extracting(one -> one.why().key())
                .containsExactly("forms.closed");
        visitors.sends(form, "name", "Ada", "email", "late.club@jokivoima.example")
                .andExpect(status().isBadRequest());
        assertThat(inbound.waiting(form.id(), Paging.of(null, null)).items()).isEmpty();

        club.closed = false;
        visitors.sends(form, "name", "Ada", "email", "late.club@jokivoima.example")
                .andExpect(status().is3xxRedirection());
        club.closed = true;
        visitors.work();
        assertThat(inbound.waiting(form.id(), Paging.of(null, null)).items())
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(Arrival.State.UNASKED));
    }

    @Test
    void a_form_asks_for_what_the_module_needs_and_for_nothing_that_it_would_lose() {
        var plan =
                new Form.Plan("Club", "club-callers", "club", new Form.Handling(null, 0, false, "callers"), List.of());
        var id = visitors.draft(plan, visitors.content("name", "email", "message"));
        assertThat(forms.obstacles(id))
                .extracting(one -> one.field() + " " + one.why().key())
                .containsExactly("message forms.check.notTaken", " forms.check.needed");
    }

    @Test
    void what_the_module_needs_since_the_form_was_published_is_asked_of_everybody() throws Exception {
        var form = club("readers", "name", "email", "phone");
        var unasked = club("readers", "name", "email");
        assertThat(visitors.page(form))
                .contains("name=\"phone\"")
                .doesNotContainPattern("name=\"phone\"[^>]* required");
        assertThat(visitors.page(unasked)).contains("name=\"email\"");

        club.needed = Set.of(Field.Kind.PHONE);

        assertThat(visitors.page(form)).containsPattern("name=\"phone\"[^>]* required");
        visitors.sends(form, "name", "Ada", "email", "needed.club@jokivoima.example")
                .andExpect(status().isBadRequest());
        visitors.sends(form, "name", "Ada", "email", "needed.club@jokivoima.example", "phone", "+358401234567")
                .andExpect(status().is3xxRedirection());
        visitors.work();
        assertThat(club.came)
                .singleElement()
                .satisfies(one -> assertThat(one.answers()).containsEntry("phone", "+358401234567"));
        web.perform(get("/f/" + unasked.plan().slug())).andExpect(status().isGone());
    }

    private Form club(String target, String... asked) {
        var plan = new Form.Plan(
                "Club",
                "club-" + UUID.randomUUID().toString().substring(0, 8),
                "club",
                new Form.Handling(null, 0, false, target),
                List.of());
        var id = visitors.draft(plan, visitors.content(asked.length == 0 ? new String[] {"name", "email"} : asked));
        forms.publish(id, Visitors.JENNY);
        return forms.get(id);
    }

    /** A module of this test that takes forms. */
    @TestComponent
    static class Club implements Destination {

        final List<Arrived> came = new ArrayList<>();
        boolean closed;
        Set<Field.Kind> needed = Set.of();

        @Override
        public String kind() {
            return "club";
        }

        @Override
        public List<Option> targets(Locale language) {
            return List.of(new Option("readers", "Readers"));
        }

        @Override
        public Optional<Said> obstacle(String target) {
            return closed ? Optional.of(Said.of("forms.closed")) : Optional.empty();
        }

        @Override
        public Set<Field.Kind> takes() {
            return Set.of(Field.Kind.NAME, Field.Kind.EMAIL, Field.Kind.PHONE, Field.Kind.ORGANISATION);
        }

        @Override
        public Set<Field.Kind> needs(String target) {
            return switch (target) {
                case "callers" -> Set.of(Field.Kind.PHONE);
                case "companies" -> Set.of(Field.Kind.ORGANISATION);
                default -> needed;
            };
        }

        @Override
        public void take(Arrived arrived) {
            if (closed) {
                throw Problem.conflict("forms.closed");
            }
            came.add(arrived);
        }
    }
}

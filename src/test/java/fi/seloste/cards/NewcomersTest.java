package fi.seloste.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.rights.Identity;
import fi.seloste.rights.Right;
import fi.seloste.rights.Rights;
import fi.seloste.staff.Role;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.ResultActions;

@DatabaseTest
@Import(Counter.class)
class NewcomersTest {

    @Autowired
    Counter counter;

    @Autowired
    Rights rights;

    @Autowired
    Identity identity;

    @Test
    void nobody_is_taken_in_without_saying_where_the_data_come_from() throws Exception {
        var maria = counter.ofAll();
        maria.opens("/people/new").andExpect(status().isOk());
        maria.sends("/people/new", "name", "Ada New")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("source is required")));
        maria.sends("/people/new", "name", "Ada New", "source", "public-web")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("so that the person can be told")));
        maria.sends("/people/new", "name", "Ada New", "source", "phone", "email", "no address")
                .andExpect(status().isBadRequest());
    }

    @Test
    void whoever_was_found_elsewhere_is_to_be_told_within_a_month() throws Exception {
        var maria = counter.ofAll();
        var answer = maria.sends(
                "/people/new",
                "name",
                "Ada Found",
                "source",
                "public-web",
                "sourceDetail",
                "https://joki.example/people",
                "sourcedOn",
                "2026-11-23",
                "roleReason",
                "answers for safety");
        var id = taken(answer);
        assertThat(counter.customer(() -> counter.register.get(id)).standing().isUninformed())
                .isTrue();
        maria.opens("/people/" + id)
                .andExpect(content()
                        .string(allOf(
                                containsString("at the latest 23 Dec 2026"),
                                containsString("answers for safety"),
                                containsString("https://joki.example/people"))));
    }

    @Test
    void it_is_asked_whether_it_is_one_of_those_who_look_alike() throws Exception {
        var there = counter.person("Ada Twin", "ada.twin@jokivoima.example");
        var maria = counter.ofAll();
        maria.sends("/people/new", "name", "A. T.", "email", "ADA.twin@jokivoima.example", "source", "phone")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("Is it one of these?"),
                                containsString("/people/" + there),
                                containsString("same e-mail address"),
                                containsString("name=\"apart\" value=\"A. T.|ADA.twin@jokivoima.example|\""))));
        maria.sends("/people/new", "name", "ada twin", "source", "phone").andExpect(status().isConflict());
        maria.sends("/people/new", "name", "ada twin", "source", "phone", "apart", "somebody else||")
                .andExpect(status().isConflict());
        maria.sends("/people/new", "name", "ada twin", "source", "phone", "apart", "ada twin||")
                .andExpect(status().isSeeOther());
    }

    @Test
    void an_erased_person_comes_back_only_when_somebody_says_that_the_person_gave_the_data() throws Exception {
        counter.person("Ada Erased", "ada.erased@jokivoima.example");
        var request = rights.receive(
                new Rights.Received(Right.ERASURE, "ada.erased@jokivoima.example", null, null, null, "en"),
                Counter.MARIA);
        identity.confirm(request.id(), new Identity.Said("attested", "called back", null), Counter.MARIA);
        rights.fulfil(request.id(), Counter.MARIA);
        var maria = counter.ofAll();

        maria.sends("/people/new", "name", "Ada Back", "email", "ada.erased@jokivoima.example", "source", "email")
                .andExpect(status().isConflict())
                .andExpect(content().string(allOf(containsString("was erased on"), containsString("name=\"given\""))));
        maria.sends(
                        "/people/new",
                        "name",
                        "Ada Back",
                        "email",
                        "ada.erased@jokivoima.example",
                        "source",
                        "email",
                        "given",
                        "true")
                .andExpect(status().isSeeOther());
        maria.sends(
                        "/people/new",
                        "name",
                        "Ada Listed",
                        "email",
                        "ada.erased@jokivoima.example",
                        "source",
                        "bought-list",
                        "sourceDetail",
                        "Kohderyhmät Oy",
                        "apart",
                        "Ada Listed|ada.erased@jokivoima.example|")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("not collected again")));
    }

    @Test
    void a_new_organisation_is_checked_by_its_numbers_and_its_likeness() throws Exception {
        var maria = counter.ofAll();
        maria.opens("/organisations/new").andExpect(status().isOk());
        maria.sends("/organisations/new", "name", "Kanava Oy", "source", "contract", "businessId", "1572860-1")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("1572860-1")));
        var answer =
                maria.sends("/organisations/new", "name", "Kanava Oy", "source", "contract", "businessId", "1572860-0");
        var id = OrganisationId.valueOf(last(answer));
        maria.opens("/organisations/" + id)
                .andExpect(content().string(allOf(containsString("1572860-0"), containsString("FI15728600"))));
        maria.sends("/organisations/" + id + "/fields/vat-id", "value", "FI15728601", "was", "")
                .andExpect(status().isBadRequest());

        maria.sends("/organisations/new", "name", "Another", "source", "contract", "businessId", "15728600")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("same Business ID")));
        maria.sends("/organisations/new", "name", "kanava oy", "source", "contract")
                .andExpect(status().isConflict());
    }

    @Test
    void whoever_may_only_see_takes_nobody_in() throws Exception {
        counter.of(Role.PRIVACY_OFFICER.permissions()).opens("/people/new").andExpect(status().isForbidden());
        counter.of(Role.MARKETER.permissions()).opens("/people/new").andExpect(status().isForbidden());
    }

    @Test
    void a_request_of_a_person_begins_at_the_page_with_the_person_filled_in() throws Exception {
        var ada = counter.person("Ada Asking", "ada.asking@jokivoima.example");
        counter.ofAll()
                .opens("/rights/receive?right=erasure&person=" + ada)
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"ada.asking@jokivoima.example\""),
                                containsString("value=\"Ada Asking\""),
                                containsString("value=\"erasure\" selected"))));
    }

    private static PersonId taken(ResultActions answer) throws Exception {
        return PersonId.valueOf(last(answer.andExpect(status().isSeeOther())));
    }

    private static String last(ResultActions answer) {
        var location = Objects.requireNonNull(answer.andReturn().getResponse().getHeader("Location"));
        return location.substring(location.lastIndexOf('/') + 1);
    }
}

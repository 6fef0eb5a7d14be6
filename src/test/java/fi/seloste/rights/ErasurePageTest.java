package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
@Import(Office.class)
class ErasurePageTest {

    private static final String PASSWORD = "neljä sinistä sipulia";

    @Autowired
    Office office;

    @Autowired
    MockMvc web;

    @Autowired
    Staff staff;

    @Test
    @Policy({"R17", "R22"})
    void the_desk_sees_the_plan_in_words_and_erases_only_what_it_names() throws Exception {
        office.person("Ada Koskinen", "ada.page@jokivoima.example");
        var request = office.attest(
                office.receive(Right.ERASURE, "ada.page@jokivoima.example").id());
        var desk = "/rights/requests/" + request.id();
        var sirpa = sirpa();

        for (var view : List.of("/rights", "/rights/calendar", "/rights/requests")) {
            assertThat(sirpa.html(view)).contains("Erasure", "Ada Koskinen", desk);
        }
        assertThat(sirpa.html(desk + "/plan"))
                .contains("Addresses and numbers", "The person", "more places were looked through")
                .doesNotContain("register.contact_point");
        assertThat(sirpa.sends(desk + "/fulfilment", "word", "yes")
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Type " + request.number() + " to confirm");
        assertThat(office.rights.get(request.id()).state()).isEqualTo(Request.State.REVIEW);

        sirpa.sends(desk + "/fulfilment", "word", request.number());
        assertThat(office.rights.get(request.id()).state()).isEqualTo(Request.State.CLOSED);
        assertThat(sirpa.html(desk + "/certificate"))
                .contains("no text holds an identifier", "Addresses and numbers")
                .doesNotContain("ada.page@jokivoima.example", "Ada Koskinen");
    }

    private Visit sirpa() throws Exception {
        var email = "sirpa@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Sirpa Virtanen", email, "en", "Europe/Helsinki"),
                Role.OPERATOR.permissions(),
                Actor.system("test"));
        staff.setPassword(account, PASSWORD);
        return Visit.of(web, email, PASSWORD);
    }
}

package fi.seloste.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Actor;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import fi.seloste.suppression.Suppression;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class SuppressionPagesTest {

    private static final String PASSWORD = "neljä sinistä sipulia";

    @Autowired
    MockMvc mvc;

    @Autowired
    Staff staff;

    @Autowired
    Suppression suppression;

    @Autowired
    Fingerprints fingerprints;

    @Autowired
    Purposes purposes;

    @Test
    void the_list_is_shown_in_numbers_and_an_address_is_answered_without_a_trace_of_it() throws Exception {
        var officer = visit(Role.PRIVACY_OFFICER);
        officer.opens("/suppression")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nobody yet")));
        var reason = new Suppression.Reason("test", null);
        purposes.as(Purpose.RIGHTS, () -> {
            suppression.ban(List.of(fingerprints.of(Fingerprint.Kind.EMAIL, "no.news@joki.example")), reason);
            suppression.forbidRecollection(
                    List.of(fingerprints.of(Fingerprint.Kind.EMAIL, "gone@joki.example")), reason);
        });

        officer.opens("/suppression")
                .andExpect(content()
                        .string(allOf(
                                containsString("Marketing banned"),
                                containsString("Not to be collected again"),
                                not(containsString("joki.example")))));
        officer.sends("/suppression", "email", "No.News+x@JOKI.example")
                .andExpect(content().string(containsString("must not be marketed to")));
        officer.sends("/suppression", "email", "gone@joki.example")
                .andExpect(content().string(containsString("must not be collected again")));
        officer.sends("/suppression", "email", "anybody@joki.example")
                .andExpect(content().string(containsString("Nothing forbids anybody@joki.example")));
        officer.sends("/suppression", "email", "no address")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("no address")));
        assertThat(officer.html("/evidence")).contains("suppression-checked").doesNotContain("joki.example");
    }

    @Test
    void whoever_sells_has_no_business_there() throws Exception {
        var sales = visit(Role.SALESPERSON);
        sales.opens("/suppression").andExpect(status().isForbidden());
        assertThat(sales.html("/")).doesNotContain("/suppression");
    }

    private Visit visit(Role role) throws Exception {
        var email = role.name().toLowerCase(java.util.Locale.ROOT) + "@halytin.example";
        var account = staff.make(
                new Staff.Newcomer(role.name(), email.replace('_', '-'), "en", "Europe/Helsinki"),
                role.permissions(),
                Actor.system("test"));
        staff.setPassword(account, PASSWORD);
        return Visit.of(mvc, email.replace('_', '-'), PASSWORD);
    }
}

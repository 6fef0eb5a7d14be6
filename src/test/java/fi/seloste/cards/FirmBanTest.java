package fi.seloste.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.register.Ban;
import fi.seloste.register.MarketingBan;
import fi.seloste.staff.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Counter.class)
class FirmBanTest {

    @Autowired
    Counter counter;

    @Autowired
    MarketingBan bans;

    @Test
    @Policy("K5")
    void an_employee_writes_down_who_asked_and_everybody_sees_why() throws Exception {
        var firm = counter.organisation("Sorvimaa Oy", "sorvimaa.example");
        var ella = counter.person("Ella Sorvi", "ella@sorvimaa.example", firm);
        var maria = counter.ofAll();
        maria.opens("/organisations/" + firm + "/ban")
                .andExpect(content().string(containsString("value=\"sorvimaa.example\"")));
        maria.sends("/organisations/" + firm + "/ban", "domain", "gmail.com", "askedBy", "Liisa", "reason", "mail")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("belong to whoever opens one")));
        maria.sends("/organisations/" + firm + "/ban", "domain", "sorvimaa.example", "askedBy", "", "reason", "mail")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Say who asked")));

        maria.sends(
                        "/organisations/" + firm + "/ban",
                        "domain",
                        "@Sorvimaa.example",
                        "askedBy",
                        "Liisa Laine, head of communications",
                        "reason",
                        "their mail of 3 November")
                .andExpect(status().is3xxRedirection());

        maria.opens("/organisations/" + firm)
                .andExpect(content()
                        .string(allOf(
                                containsString("Nobody at sorvimaa.example is marketed to"),
                                containsString("Liisa Laine, head of communications"))));
        maria.opens("/people/" + ella).andExpect(content().string(containsString("because Sorvimaa Oy asked on")));
        var newcomer = maria.sends(
                        "/people/new", "name", "Late Sorvi", "source", "phone", "email", "Late@SORVIMAA.example")
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        maria.opens(String.valueOf(newcomer))
                .andExpect(content().string(containsString("because Sorvimaa Oy asked on")));
    }

    @Test
    @Policy("K5")
    void its_word_lifts_it_and_whoever_said_no_in_person_stays_banned() throws Exception {
        var firm = counter.organisation("Jyrsimaa Oy", "jyrsimaa.example");
        var both = counter.person("Bo Jyrsin", "bo@jyrsimaa.example", firm);
        var only = counter.person("Oona Jyrsin", "oona@jyrsimaa.example", firm);
        counter.customer(() -> bans.ban(both, Ban.because("asked by phone"), Counter.MARIA));
        var maria = counter.ofAll();
        maria.sends(
                "/organisations/" + firm + "/ban", "domain", "jyrsimaa.example", "askedBy", "Liisa", "reason", "mail");
        var link = Pattern.compile("/organisations/[^\"]*/bans/[^\"]*/lifting")
                .matcher(maria.html("/organisations/" + firm));
        assertThat(link.find()).isTrue();
        maria.sends(link.group(), "reason", " ")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("takes its word back")));

        maria.sends(link.group(), "reason", "their mail of 12 November").andExpect(status().is3xxRedirection());

        maria.opens("/people/" + both).andExpect(content().string(containsString("Marketing is banned")));
        maria.opens("/people/" + only).andExpect(content().string(not(containsString("Marketing is banned"))));
    }

    @Test
    @Policy("K4")
    void a_ban_in_person_is_lifted_with_how_and_when_the_person_wished_so() throws Exception {
        var mia = counter.person("Mia Höylä", "mia@hoyla.example");
        counter.customer(() -> bans.ban(mia, Ban.because("mail"), Counter.MARIA));
        var maria = counter.ofAll();
        maria.sends("/people/" + mia + "/lifting", "how", "", "on", "2026-11-23", "reason", "wants news")
                .andExpect(status().isBadRequest());
        maria.sends("/people/" + mia + "/lifting", "how", "mail", "on", "", "reason", "wants news")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Give the day")));
        maria.sends("/people/" + mia + "/lifting", "how", "mail", "on", "2026-11-01", "reason", "wants news")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("does not end the ban")));
        maria.sends("/people/" + mia + "/lifting", "how", "mail", "on", "2026-11-23", "reason", "wants news")
                .andExpect(status().is3xxRedirection());
        maria.opens("/people/" + mia).andExpect(content().string(not(containsString("Marketing is banned"))));
    }

    @Test
    @Policy("K5")
    void marketing_may_write_a_ban_down_and_not_lift_it() throws Exception {
        var firm = counter.organisation("Poraamo Oy", "poraamo.example");
        var marketer = counter.of(Role.MARKETER.permissions());
        marketer.sends(
                        "/organisations/" + firm + "/ban?as=marketing",
                        "domain",
                        "poraamo.example",
                        "askedBy",
                        "Liisa",
                        "reason",
                        "mail")
                .andExpect(status().is3xxRedirection());
        assertThat(marketer.html("/organisations/" + firm))
                .contains("Nobody at poraamo.example is marketed to")
                .doesNotContain("/lifting");
    }
}

package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.retention.NightlySweep;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@MarketingTest
class UnsubscribingTest {

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Sending sending;

    @Autowired
    NightlySweep nightly;

    @Autowired
    MockMvc web;

    @BeforeEach
    void a_mail_server() {
        sink.open();
    }

    @Test
    @Policy("M5")
    void looking_changes_nothing_and_one_post_without_sign_in_or_cookie_bans_at_once() throws Exception {
        var firm = readers.firm("Jokivoima Oy");
        var ada = readers.met(firm, "Ada Koskinen", "ada@jokivoima.example", "fi");
        var id = sent(firm);
        var path = link("ada@jokivoima.example");

        web.perform(head(path)).andExpect(status().isOk());
        var page = web.perform(get(path).header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(page.getContentAsString()).contains("Send me no marketing").doesNotContain("Ada");
        assertThat(isBanned(ada)).isFalse();

        var answer = web.perform(post(path)
                        .header("Accept-Language", "en")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("List-Unsubscribe=One-Click"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString()).contains("The ban holds already");
        assertThat(isBanned(ada)).isTrue();
        assertThat(readers.marketing.report(id).numbers().unsubscribed()).isOne();

        web.perform(post(path)).andExpect(status().isOk());
        assertThat(readers.marketing.report(id).numbers().unsubscribed()).isOne();
        assertThat(history(ada)).as("staff read it in the history").contains(Unsubscribing.REASON);
    }

    @Test
    @Policy({"M3", "M5"})
    void a_press_while_another_campaign_waits_stops_its_message() throws Exception {
        var firm = readers.firm("Rautapyörä Oy");
        readers.met(firm, "Ada Rauta", "ada@rautapyora.example", "fi");
        readers.met(firm, "Eino Rauta", "eino@rautapyora.example", "fi");
        sent(firm);
        var path = link("ada@rautapyora.example");
        var second = readers.campaign(firm);
        readers.marketing.send(second, Readers.JENNY);
        assertThat(readers.marketing.report(second).numbers().waiting()).isEqualTo(2);

        web.perform(post(path)).andExpect(status().isOk());
        sink.reset();
        sending.run();

        assertThat(sink.readers()).containsExactly("eino@rautapyora.example");
    }

    @Test
    @Policy("M6")
    void what_was_made_up_leads_to_nobody_and_bans_nobody() throws Exception {
        for (var token : new String[] {"x", "A".repeat(43), "..%2F..", "a".repeat(3000), "%00", "ä"}) {
            assertThat(web.perform(get("/u/{token}", token))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(token)
                    .isBetween(400, 404);
            assertThat(web.perform(post("/u/{token}", token))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(token)
                    .isBetween(400, 404);
        }
        assertThat(WaysOut.Link.made().token())
                .hasSize(43)
                .isNotEqualTo(WaysOut.Link.made().token());
    }

    @Test
    @Policy({"M6", "M10"})
    void the_link_lives_as_long_as_the_record_of_the_message_and_the_numbers_outlive_both() throws Exception {
        var firm = readers.firm("Merenkulma Oy");
        var ada = readers.met(firm, "Ada Meri", "ada@merenkulma.example", "fi");
        var id = sent(firm);
        var path = link("ada@merenkulma.example");

        readers.clock.advance(Duration.ofDays(720));
        keptAlive(ada);
        nightly.run();
        web.perform(get(path)).andExpect(status().isOk());
        assertThat(rows("marketing.delivery", ada)).isOne();

        readers.clock.advance(Duration.ofDays(20));
        keptAlive(ada);
        nightly.run();
        assertThat(rows("marketing.delivery", ada)).isZero();
        web.perform(get(path)).andExpect(status().isNotFound());
        assertThat(readers.marketing.report(id).numbers().sent()).isOne();
    }

    private void keptAlive(PersonId person) {
        readers.purposes.as(Purpose.CUSTOMER, () -> readers.register.acted(person, readers.clock.instant()));
    }

    private UUID sent(OrganisationId firm) {
        var id = readers.campaign(firm);
        readers.marketing.send(id, Readers.JENNY);
        sending.run();
        return id;
    }

    private String link(String address) throws Exception {
        for (var message : sink.messages()) {
            if (message.getAllRecipients()[0].toString().equals(address)) {
                return message.getHeader("List-Unsubscribe")[0]
                        .replaceAll("[<>]", "")
                        .substring(PublicAddress.URL.length());
            }
        }
        throw new AssertionError("Nothing came to " + address);
    }

    private boolean isBanned(PersonId person) {
        return readers.purposes.as(
                Purpose.CUSTOMER, () -> readers.register.get(person).standing().isBannedInPerson());
    }

    private String history(PersonId person) {
        return readers.purposes.as(
                Purpose.CUSTOMER,
                () -> readers.jdbc
                        .sql("select new_value from register.change where person_id = :id and field = 'marketing-ban'")
                        .param("id", person.value())
                        .query(String.class)
                        .list()
                        .toString());
    }

    private int rows(String table, PersonId person) {
        return readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc
                        .sql("select count(*) from " + table + " where person_id = :id")
                        .param("id", person.value())
                        .query(Integer.class)
                        .single());
    }
}

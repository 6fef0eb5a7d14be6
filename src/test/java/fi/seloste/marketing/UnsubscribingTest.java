package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.SecretLink;
import fi.seloste.retention.NightlySweep;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

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
    @Policy({"M5", "M15"})
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

        assertThat(web.perform(get(path).header("Accept-Language", "en"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .as("opened again")
                .contains("The ban holds already")
                .doesNotContain("Send me no marketing");

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
        assertThat(SecretLink.made().token())
                .hasSize(43)
                .isNotEqualTo(SecretLink.made().token());
    }

    @Test
    @Policy({"M6", "M10"})
    void the_link_outlives_the_record_of_the_message_and_lives_two_years() throws Exception {
        var firm = readers.firm("Merenkulma Oy");
        var ada = readers.met(firm, "Ada Meri", "ada@merenkulma.example", "fi");
        var id = sent(firm);
        var path = link("ada@merenkulma.example");
        // As where the notice keeps records of messages for a few months: the record goes, and the link is of another
        // category.
        readers.purposes.as(
                Purpose.RETENTION,
                () -> readers.jdbc.sql("delete from marketing.delivery").update());

        readers.clock.advance(Duration.ofDays(725));
        keptAlive(ada);
        nightly.run();
        assertThat(rows("marketing.delivery", ada)).isZero();
        web.perform(get(path)).andExpect(status().isOk());
        assertThat(readers.marketing.report(id).numbers().sent()).isOne();

        web.perform(post(path)).andExpect(status().isOk());
        assertThat(isBanned(ada)).isTrue();
        readers.clock.advance(Duration.ofDays(10));
        keptAlive(ada);
        nightly.run();
        assertThat(rows("marketing.way_out", ada)).isZero();
    }

    @Test
    @Policy("M6")
    void the_link_of_somebody_who_was_erased_leads_nowhere_and_shows_another_way() throws Exception {
        var firm = readers.firm("Hiljaniemi Oy");
        var ada = readers.met(firm, "Ada Hilja", "ada.hilja.erased@hiljaniemi.example", "fi");
        sent(firm);
        var path = link("ada.hilja.erased@hiljaniemi.example");
        assertThat(rows("marketing.way_out", ada)).isOne();

        // Nobody has heard of them for two years and more.
        readers.clock.advance(Duration.ofDays(740));
        nightly.run();

        assertThat(rows("marketing.way_out", ada)).isZero();
        for (var asked : new MockHttpServletRequestBuilder[] {get(path), post(path)}) {
            var answer = web.perform(asked.header("Accept-Language", "en"))
                    .andExpect(status().isNotFound())
                    .andReturn()
                    .getResponse();
            assertThat(answer.getContentAsString()).contains("leads to nobody any more", "href=\"/privacy\"");
        }
    }

    @Test
    @Policy("M5")
    void a_whole_company_may_press_from_one_address_while_its_scanner_reads_every_link() throws Exception {
        var firm = readers.firm("Suurtehdas Oy");
        readers.met(firm, "Ada Tehdas", "ada@suurtehdas.example", "fi");
        sent(firm);
        var path = link("ada@suurtehdas.example");
        for (int i = 0; i < 300; i++) {
            web.perform(get(path)).andExpect(status().isOk());
            web.perform(post(path)).andExpect(status().isOk());
        }
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

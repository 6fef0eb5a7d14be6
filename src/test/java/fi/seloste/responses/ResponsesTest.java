package fi.seloste.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.datamap.Eraser;
import fi.seloste.marketing.MailSink;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.MarketingTest;
import fi.seloste.marketing.Readers;
import fi.seloste.marketing.Sending;
import fi.seloste.register.Register;
import fi.seloste.retention.NightlySweep;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@MarketingTest
@Import(Postbox.class)
class ResponsesTest {

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Sending sending;

    @Autowired
    Marketing marketing;

    @Autowired
    Responses responses;

    @Autowired
    Intake intake;

    @Autowired
    Postbox post;

    @Autowired
    Register register;

    @Autowired
    Eraser eraser;

    @Autowired
    NightlySweep nightly;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TurnedClock clock;

    @Autowired
    MockMvc web;

    @BeforeEach
    void a_mail_server() {
        sink.open();
    }

    @Test
    @Policy({"O1", "O2"})
    void a_link_leads_to_where_the_campaign_says_without_cookie_or_memory_and_an_altered_one_nowhere()
            throws Exception {
        var firm = readers.firm("Jokivoima Oy");
        readers.met(firm, "Ada Koskinen", "ada.leads@jokivoima.example", "fi");
        var id = sent(firm);
        var mail = post.mail("ada.leads@jokivoima.example");

        assertThat(mail)
                .contains("/u/", "https://register.halytin.example/notice")
                .doesNotContain("halytin.example/news");
        web.perform(get(Postbox.click(mail)).header("User-Agent", Postbox.FIREFOX))
                .andExpect(status().isFound())
                .andExpect(header().string("Location", "https://halytin.example/news"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(cookie().doesNotExist("seloste_session"))
                .andExpect(header().doesNotExist("Set-Cookie"));
        web.perform(get(Postbox.open(mail)).header("User-Agent", Postbox.FIREFOX))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/gif"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().doesNotExist("Set-Cookie"));

        var altered = Postbox.click(mail).substring(0, 20) + "AAAA"
                + Postbox.click(mail).substring(24);
        for (var path : List.of(
                altered,
                "/c/x",
                "/c/" + "A".repeat(32),
                "/c/" + "a".repeat(3000),
                Postbox.open(mail).replace("/o/", "/c/"))) {
            web.perform(get(path).header("User-Agent", Postbox.FIREFOX)).andExpect(status().isNotFound());
        }
        web.perform(get(Postbox.click(mail) + "?url=https://evil.example&x=" + "y".repeat(2000))
                        .header("User-Agent", Postbox.FIREFOX))
                .andExpect(header().string("Location", "https://halytin.example/news"));
        intake.flush();
        assertThat(responses.of(id).clicked().people()).isEqualTo(2);
    }

    @Test
    @Policy("O3")
    void whoever_has_not_agreed_shares_a_link_with_the_others_and_is_counted_without_a_name() throws Exception {
        var firm = readers.firm("Rautapyörä Oy");
        var ada = readers.met(firm, "Ada Rauta", "ada.shares@rautapyora.example", "fi");
        readers.met(firm, "Eino Rauta", "eino.shares@rautapyora.example", "fi");
        var id = sent(firm);
        var adas = post.mail("ada.shares@rautapyora.example");
        var einos = post.mail("eino.shares@rautapyora.example");
        assertThat(Postbox.click(adas)).isEqualTo(Postbox.click(einos));
        assertThat(Postbox.open(adas)).isEqualTo(Postbox.open(einos));

        post.follow(Postbox.click(adas));
        post.follow(Postbox.click(einos));
        post.look(Postbox.open(einos));

        var outcome = responses.of(id);
        assertThat(outcome.clicked()).isEqualTo(new Outcome.Count(2, 0));
        assertThat(outcome.opened()).isEqualTo(new Outcome.Count(1, 0));
        assertThat(outcome.readers()).isEqualTo(new Outcome.Readers(0, 0, 0));
        assertThat(outcome.parts().links())
                .containsExactly(new Outcome.Link("https://halytin.example/news", new Outcome.Count(2, 0)));
        assertThat(post.rows("responses.trace", ada)).isZero();
        assertThat(post.rows("responses.response", ada)).isZero();
    }

    @Test
    @Policy("R44")
    void whoever_had_the_statistics_restricted_is_counted_and_not_named_until_that_ends() throws Exception {
        var firm = readers.firm("Rajattu Oy");
        var ada = readers.met(firm, "Ada Raja", "ada.parted@rajattu.example", "fi");
        post.agrees(ada);
        var id = sent(firm);
        var adas = post.mail("ada.parted@rajattu.example");
        restricted(ada, """
                insert into register.partial_restriction (person_id, category, standing_bit, request_id, since_at)
                select person_id, 'response-statistics', 128, person_id, created_at from register.person where person_id = :person""");

        clock.advance(Duration.ofMinutes(10));
        post.follow(Postbox.click(adas));
        assertThat(post.rows("responses.response", ada)).isZero();
        assertThat(responses.of(id).clicked().people()).isOne();
        sent(firm);
        assertThat(post.rows("responses.trace", ada))
                .as("the next message has no link of hers")
                .isOne();

        restricted(ada, "delete from register.partial_restriction where person_id = :person");
        clock.advance(Duration.ofMinutes(10));
        post.follow(Postbox.click(adas));
        assertThat(post.rows("responses.response", ada)).isOne();
    }

    private void restricted(PersonId person, String sql) {
        purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql(sql).param("person", person.value()).update());
    }

    @Test
    @Policy({"O3", "O4"})
    void whoever_agreed_has_links_of_their_own_and_a_withdrawal_ends_the_name_and_not_the_count() throws Exception {
        var firm = readers.firm("Merenkulma Oy");
        var ada = readers.met(firm, "Ada Meri", "ada.agrees@merenkulma.example", "fi");
        readers.met(firm, "Eino Meri", "eino.agrees@merenkulma.example", "fi");
        post.agrees(ada);
        var id = sent(firm);
        var adas = post.mail("ada.agrees@merenkulma.example");
        assertThat(Postbox.click(adas)).isNotEqualTo(Postbox.click(post.mail("eino.agrees@merenkulma.example")));

        clock.advance(Duration.ofMinutes(10));
        post.look(Postbox.open(adas));
        post.follow(Postbox.click(adas));
        post.follow(Postbox.click(adas));
        assertThat(post.rows("responses.response", ada)).isEqualTo(3);
        assertThat(responses.of(id).readers()).isEqualTo(new Outcome.Readers(1, 1, 1));

        post.withdraws(ada);
        assertThat(post.rows("responses.response", ada)).isZero();
        assertThat(post.rows("responses.trace", ada)).isZero();
        clock.advance(Duration.ofMinutes(1));
        post.follow(Postbox.click(adas));
        assertThat(post.rows("responses.response", ada)).isZero();
        assertThat(responses.of(id).clicked().people()).isEqualTo(3);
    }

    @Test
    @Policy("O4")
    void whoever_bans_is_restricted_or_erased_after_the_message_left_is_counted_and_not_named() throws Exception {
        var firm = readers.firm("Kuitukoski Oy");
        var banned = post.agreed(firm, "banned.later@kuitukoski.example");
        var restricted = post.agreed(firm, "restricted.later@kuitukoski.example");
        var erased = post.agreed(firm, "erased.later@kuitukoski.example");
        var id = sent(firm);
        clock.advance(Duration.ofMinutes(10));
        var links = List.of(
                Postbox.click(post.mail("banned.later@kuitukoski.example")),
                Postbox.click(post.mail("restricted.later@kuitukoski.example")),
                Postbox.click(post.mail("erased.later@kuitukoski.example")));
        assertThat(links).doesNotHaveDuplicates();

        post.follow(links.getLast());
        assertThat(post.rows("responses.response", erased)).isOne();
        readers.ban(banned);
        readers.restrict(restricted);
        purposes.as(Purpose.RIGHTS, () -> eraser.erase(erased, Set.of()));
        for (var link : links) {
            post.follow(link);
        }

        for (var person : List.of(banned, restricted, erased)) {
            assertThat(post.rows("responses.response", person)).isZero();
        }
        assertThat(responses.of(id).clicked().people()).as("all four").isEqualTo(4);
    }

    @Test
    @Policy("O5")
    void machines_are_counted_beside_people_and_by_the_rule_that_told() throws Exception {
        var firm = readers.firm("Lounatuuli Oy");
        var ada = post.agreed(firm, "ada.machines@lounatuuli.example");
        var id = sent(firm);
        var mail = post.mail("ada.machines@lounatuuli.example");
        post.follow(Postbox.click(mail));
        clock.advance(Duration.ofMinutes(10));
        web.perform(head(Postbox.click(mail)).header("User-Agent", Postbox.FIREFOX))
                .andExpect(status().isFound());
        web.perform(get(Postbox.open(mail)).header("User-Agent", "Mozilla/5.0")).andExpect(status().isOk());
        intake.flush();
        post.follow(Postbox.click(mail));

        var outcome = responses.of(id);
        assertThat(outcome.clicked()).isEqualTo(new Outcome.Count(1, 2));
        assertThat(outcome.opened()).isEqualTo(new Outcome.Count(0, 1));
        assertThat(outcome.parts().machines())
                .extracting(Outcome.Machine::rule)
                .containsExactlyInAnyOrder("at-once", "head", "apple");
        assertThat(post.kinds(ada))
                .containsExactlyInAnyOrder("machine-clicked", "machine-clicked", "machine-opened", "clicked");
    }

    @Test
    @Policy("O5")
    void who_follows_the_hidden_link_a_moment_later_was_a_machine_all_along() throws Exception {
        var firm = readers.firm("Kirkasvesi Oy");
        var ada = post.agreed(firm, "ada.trap@kirkasvesi.example");
        var id = sent(firm);
        var mail = post.mail("ada.trap@kirkasvesi.example");
        clock.advance(Duration.ofMinutes(10));
        post.look(Postbox.open(mail));
        post.follow(Postbox.click(mail));
        assertThat(responses.of(id).readers().clickers()).isOne();

        web.perform(get(Postbox.trap(mail)).header("User-Agent", Postbox.FIREFOX))
                .andExpect(status().isNotFound());
        intake.flush();

        var outcome = responses.of(id);
        assertThat(outcome.clicked()).isEqualTo(new Outcome.Count(0, 1));
        assertThat(outcome.opened()).isEqualTo(new Outcome.Count(0, 1));
        assertThat(outcome.readers()).isEqualTo(new Outcome.Readers(1, 0, 0));
        assertThat(post.kinds(ada)).containsExactlyInAnyOrder("machine-clicked", "machine-opened", "machine-clicked");
    }

    @Test
    @Policy("O6")
    void neither_agent_nor_address_is_kept_anywhere() {
        var columns = purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select column_name from information_schema.columns where table_schema = 'responses'")
                        .query(String.class)
                        .list());
        assertThat(columns)
                .contains("rule", "kind")
                .noneMatch(name -> name.matches(".*(agent|ip|address|cookie|referr?er|browser|device).*"));
    }

    @Test
    @Policy("O7")
    void retention_ends_the_names_after_their_time_and_the_numbers_and_the_link_stay() throws Exception {
        var firm = readers.firm("Vartiotorni Oy");
        var ada = post.agreed(firm, "ada.ends@vartiotorni.example");
        var id = sent(firm);
        var link = Postbox.click(post.mail("ada.ends@vartiotorni.example"));
        clock.advance(Duration.ofMinutes(10));
        post.follow(link);
        assertThat(post.rows("responses.response", ada)).isOne();

        clock.advance(Duration.ofDays(430));
        purposes.as(Purpose.CUSTOMER, () -> register.acted(ada, clock.instant()));
        nightly.run();

        assertThat(post.rows("responses.response", ada)).isZero();
        assertThat(post.rows("responses.trace", ada)).isZero();
        assertThat(responses.of(id).readers().clickers()).isOne();
        post.follow(link);
        assertThat(responses.of(id).clicked().people()).isEqualTo(2);
    }

    private UUID sent(OrganisationId firm) {
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        sending.run();
        return id;
    }

    @Test
    @Policy("O11")
    void what_came_is_written_within_a_tenth_of_a_second_without_anybody_waiting_for_it() throws Exception {
        var firm = readers.firm("Keskuslinna Oy");
        readers.met(firm, "Ada Linna", "ada.soon@keskuslinna.example", "fi");
        var id = sent(firm);
        var link = Postbox.click(post.mail("ada.soon@keskuslinna.example"));
        for (int i = 0; i < 50; i++) {
            web.perform(get(link).header("User-Agent", Postbox.FIREFOX)).andExpect(status().isFound());
        }
        for (int i = 0; i < 1_500 && responses.of(id).clicked().people() < 50; i++) {
            Thread.sleep(20);
        }
        assertThat(responses.of(id).clicked().people()).isEqualTo(50);
    }
}

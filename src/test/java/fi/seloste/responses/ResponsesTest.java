package fi.seloste.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.consents.Agreement;
import fi.seloste.consents.Aim;
import fi.seloste.consents.Channel;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Proof;
import fi.seloste.consents.Way;
import fi.seloste.consents.Wording;
import fi.seloste.datamap.Eraser;
import fi.seloste.marketing.MailSink;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.MarketingTest;
import fi.seloste.marketing.PublicAddress;
import fi.seloste.marketing.Readers;
import fi.seloste.marketing.Sending;
import fi.seloste.retention.NightlySweep;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@MarketingTest
class ResponsesTest {

    static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final Aim MEASURED = Aim.of("response-measurement");
    private static final Pattern CLICK = Pattern.compile("/c/[A-Za-z0-9_-]{32}");
    private static final Pattern OPEN = Pattern.compile("/o/[A-Za-z0-9_-]{32}\\.gif");

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
    Consents consents;

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
        var mail = mail("ada.leads@jokivoima.example");

        assertThat(mail)
                .contains("/u/", "https://register.halytin.example/notice")
                .doesNotContain("halytin.example/news");
        web.perform(get(click(mail)).header("User-Agent", FIREFOX))
                .andExpect(status().isFound())
                .andExpect(header().string("Location", "https://halytin.example/news"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(cookie().doesNotExist("seloste_session"))
                .andExpect(header().doesNotExist("Set-Cookie"));
        web.perform(get(open(mail)).header("User-Agent", FIREFOX))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/gif"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().doesNotExist("Set-Cookie"));

        var altered = click(mail).substring(0, 20) + "AAAA" + click(mail).substring(24);
        for (var path : List.of(
                altered,
                "/c/x",
                "/c/" + "A".repeat(32),
                "/c/" + "a".repeat(3000),
                open(mail).replace("/o/", "/c/"))) {
            web.perform(get(path).header("User-Agent", FIREFOX)).andExpect(status().isNotFound());
        }
        web.perform(get(click(mail) + "?url=https://evil.example&x=" + "y".repeat(2000))
                        .header("User-Agent", FIREFOX))
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
        var adas = mail("ada.shares@rautapyora.example");
        var einos = mail("eino.shares@rautapyora.example");
        assertThat(click(adas)).isEqualTo(click(einos));
        assertThat(open(adas)).isEqualTo(open(einos));

        follow(click(adas));
        follow(click(einos));
        look(open(einos));

        var outcome = responses.of(id);
        assertThat(outcome.clicked()).isEqualTo(new Outcome.Count(2, 0));
        assertThat(outcome.opened()).isEqualTo(new Outcome.Count(1, 0));
        assertThat(outcome.readers()).isEqualTo(new Outcome.Readers(0, 0, 0));
        assertThat(outcome.parts().links())
                .containsExactly(new Outcome.Link("https://halytin.example/news", new Outcome.Count(2, 0)));
        assertThat(rows("responses.trace", ada)).isZero();
        assertThat(rows("responses.response", ada)).isZero();
    }

    @Test
    @Policy({"O3", "O4"})
    void whoever_agreed_has_links_of_their_own_and_a_withdrawal_ends_the_name_and_not_the_count() throws Exception {
        var firm = readers.firm("Merenkulma Oy");
        var ada = readers.met(firm, "Ada Meri", "ada.agrees@merenkulma.example", "fi");
        readers.met(firm, "Eino Meri", "eino.agrees@merenkulma.example", "fi");
        agrees(ada);
        var id = sent(firm);
        var adas = mail("ada.agrees@merenkulma.example");
        assertThat(click(adas)).isNotEqualTo(click(mail("eino.agrees@merenkulma.example")));

        clock.advance(Duration.ofMinutes(10));
        look(open(adas));
        follow(click(adas));
        follow(click(adas));
        assertThat(rows("responses.response", ada)).isEqualTo(3);
        assertThat(responses.of(id).readers()).isEqualTo(new Outcome.Readers(1, 1, 1));

        withdraws(ada);
        clock.advance(Duration.ofMinutes(1));
        follow(click(adas));
        assertThat(rows("responses.response", ada)).isEqualTo(3);
        assertThat(responses.of(id).clicked().people()).isEqualTo(3);
    }

    @Test
    @Policy("O4")
    void whoever_bans_is_restricted_or_erased_after_the_message_left_is_counted_and_not_named() throws Exception {
        var firm = readers.firm("Kuitukoski Oy");
        var banned = agreed(firm, "banned.later@kuitukoski.example");
        var restricted = agreed(firm, "restricted.later@kuitukoski.example");
        var erased = agreed(firm, "erased.later@kuitukoski.example");
        var id = sent(firm);
        clock.advance(Duration.ofMinutes(10));
        var links = List.of(
                click(mail("banned.later@kuitukoski.example")),
                click(mail("restricted.later@kuitukoski.example")),
                click(mail("erased.later@kuitukoski.example")));
        assertThat(links).doesNotHaveDuplicates();

        follow(links.getLast());
        assertThat(rows("responses.response", erased)).isOne();
        readers.ban(banned);
        readers.restrict(restricted);
        purposes.as(Purpose.RIGHTS, () -> eraser.erase(erased, Set.of()));
        for (var link : links) {
            follow(link);
        }

        for (var person : List.of(banned, restricted, erased)) {
            assertThat(rows("responses.response", person)).isZero();
        }
        assertThat(responses.of(id).clicked().people()).as("all four").isEqualTo(4);
    }

    @Test
    @Policy("O5")
    void machines_are_counted_beside_people_and_by_the_rule_that_told() throws Exception {
        var firm = readers.firm("Lounatuuli Oy");
        var ada = agreed(firm, "ada.machines@lounatuuli.example");
        var id = sent(firm);
        var mail = mail("ada.machines@lounatuuli.example");
        follow(click(mail));
        clock.advance(Duration.ofMinutes(10));
        web.perform(head(click(mail)).header("User-Agent", FIREFOX)).andExpect(status().isFound());
        web.perform(get(open(mail)).header("User-Agent", "Mozilla/5.0")).andExpect(status().isOk());
        intake.flush();
        follow(click(mail));

        var outcome = responses.of(id);
        assertThat(outcome.clicked()).isEqualTo(new Outcome.Count(1, 2));
        assertThat(outcome.opened()).isEqualTo(new Outcome.Count(0, 1));
        assertThat(outcome.parts().machines())
                .extracting(Outcome.Machine::rule)
                .containsExactlyInAnyOrder("at-once", "head", "apple");
        assertThat(kinds(ada))
                .containsExactlyInAnyOrder("machine-clicked", "machine-clicked", "machine-opened", "clicked");
    }

    @Test
    @Policy("O5")
    void who_follows_the_hidden_link_a_moment_later_was_a_machine_all_along() throws Exception {
        var firm = readers.firm("Kirkasvesi Oy");
        var ada = agreed(firm, "ada.trap@kirkasvesi.example");
        var id = sent(firm);
        var mail = mail("ada.trap@kirkasvesi.example");
        clock.advance(Duration.ofMinutes(10));
        look(open(mail));
        follow(click(mail));
        assertThat(responses.of(id).readers().clickers()).isOne();

        web.perform(get(trap(mail)).header("User-Agent", FIREFOX)).andExpect(status().isNotFound());
        intake.flush();

        var outcome = responses.of(id);
        assertThat(outcome.clicked()).isEqualTo(new Outcome.Count(0, 1));
        assertThat(outcome.opened()).isEqualTo(new Outcome.Count(0, 1));
        assertThat(outcome.readers()).isEqualTo(new Outcome.Readers(1, 0, 0));
        assertThat(kinds(ada)).containsExactlyInAnyOrder("machine-clicked", "machine-opened", "machine-clicked");
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
        var ada = agreed(firm, "ada.ends@vartiotorni.example");
        var id = sent(firm);
        var link = click(mail("ada.ends@vartiotorni.example"));
        clock.advance(Duration.ofMinutes(10));
        follow(link);
        assertThat(rows("responses.response", ada)).isOne();

        clock.advance(Duration.ofDays(430));
        purposes.as(Purpose.CUSTOMER, () -> readersRegister().acted(ada, clock.instant()));
        nightly.run();

        assertThat(rows("responses.response", ada)).isZero();
        assertThat(rows("responses.trace", ada)).isZero();
        assertThat(responses.of(id).readers().clickers()).isOne();
        follow(link);
        assertThat(responses.of(id).clicked().people()).isEqualTo(2);
    }

    @Autowired
    fi.seloste.register.Register register;

    private fi.seloste.register.Register readersRegister() {
        return register;
    }

    private PersonId agreed(OrganisationId firm, String email) {
        var person = readers.met(firm, "Ada Agreed", email, "fi");
        agrees(person);
        return person;
    }

    private void agrees(PersonId person) {
        purposes.as(
                Purpose.RIGHTS,
                () -> consents.give(
                        person,
                        new Agreement(
                                MEASURED,
                                new Wording.Text("You may keep which links I follow.", "en"),
                                new Agreement.Manner(Channel.FORM, new Proof(Proof.Kind.DOUBLE_OPT_IN, null), null),
                                null),
                        Actor.subject(person)));
    }

    private void withdraws(PersonId person) {
        purposes.as(Purpose.RIGHTS, () -> consents.withdrawAll(person, Way.OWN_PAGE, Actor.subject(person)));
    }

    private UUID sent(OrganisationId firm) {
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        sending.run();
        return id;
    }

    private void follow(String path) throws Exception {
        web.perform(get(path).header("User-Agent", FIREFOX)).andExpect(status().isFound());
        intake.flush();
    }

    private void look(String path) throws Exception {
        web.perform(get(path).header("User-Agent", FIREFOX)).andExpect(status().isOk());
        intake.flush();
    }

    /** The message's page of HTML. */
    private String mail(String address) throws Exception {
        for (var message : sink.messages()) {
            if (message.getAllRecipients()[0].toString().equals(address)) {
                return ((MimeMultipart) message.getContent())
                        .getBodyPart(1)
                        .getContent()
                        .toString();
            }
        }
        throw new AssertionError("Nothing came to " + address);
    }

    private static String click(String mail) {
        return first(CLICK, mail);
    }

    private static String open(String mail) {
        return first(OPEN, mail);
    }

    private static String trap(String mail) {
        return first(CLICK, mail.substring(mail.lastIndexOf("<a ")));
    }

    private static String first(Pattern pattern, String mail) {
        assertThat(mail).contains(PublicAddress.URL);
        var found = pattern.matcher(mail);
        assertThat(found.find()).as(mail).isTrue();
        return found.group();
    }

    private List<String> kinds(PersonId person) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select kind from responses.response where person_id = :id")
                        .param("id", person.value())
                        .query(String.class)
                        .list());
    }

    private int rows(String table, PersonId person) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from " + table + " where person_id = :id")
                        .param("id", person.value())
                        .query(Integer.class)
                        .single());
    }
}

package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** An audience of very many, played by two people where one is many already. */
@MarketingTest
@TestPropertySource(properties = "seloste.audience.at-once=1")
class LargeAudienceTest {

    @Autowired
    Readers readers;

    @Autowired
    Targeting targeting;

    @Autowired
    Staff staff;

    @Autowired
    Marketing marketing;

    @Autowired
    Sending sending;

    @Autowired
    Approving approving;

    @Autowired
    Ruling ruling;

    @Autowired
    MailSink sink;

    @Autowired
    Evidence evidence;

    @Autowired
    MockMvc web;

    @Test
    void the_page_says_at_once_how_many_fit_and_then_who_is_left_out() throws Exception {
        var firm = readers.firm("Jokivoima Oy");
        readers.met(firm, "Ada Koskinen", "ada@jokivoima.example", "fi");
        readers.met(firm, "Aino Salo", "", "fi");
        var page = "/marketing/audiences/" + targeting.add("Everybody", readers.at(firm), Readers.JENNY);
        var jenny = marketer("counts.many@halytin.example");

        assertThat(jenny.html("/marketing/audiences"))
                .as("the list does not wait for its numbers")
                .contains("hx-get=\"" + page + "/count\"");
        assertThat(jenny.html(page + "/count")).contains("<span>2</span>").doesNotContain("<body");
        assertThat(jenny.html(page))
                .contains("<b>2</b>", "people fit", "hx-get=\"" + page + "/reach\"", "Aino Salo")
                .doesNotContain("get a message</span>");
        assertThat(jenny.html(page + "/reach"))
                .contains("id=\"reach\"", "<b>1</b>", "get a message", "no e-mail address that can be used")
                .doesNotContain("<body");
        assertThat(jenny.html(page + "?judged=true"))
                .as("without scripts")
                .contains("<b>1</b>", "get a message")
                .doesNotContain("hx-get=\"" + page + "/reach\"");
    }

    @Test
    @Policy({"M1", "M3"})
    void whoever_sends_does_not_wait_until_it_is_found_out_who_gets_it() throws Exception {
        sink.open();
        var firm = readers.firm("Tuulivoima Oy");
        readers.met(firm, "Ada Koskinen", "ada@tuulivoima.example", "fi");
        var olof = readers.met(firm, "Olof Berg", "olof@tuulivoima.example", "fi");
        var id = readers.campaign(firm);
        var page = "/marketing/campaigns/" + id;
        var jenny = marketer("sends.to.many@halytin.example");

        assertThat(jenny.html(page))
                .contains("Looking over whom it reaches", "hx-get=\"" + page + "?judged=true\"", "Syksyn uutiset")
                .doesNotContain("Send to 2", page + "/sending");
        assertThat(jenny.html(page + "?judged=true"))
                .as("which a browser asks for by itself")
                .contains(page + "/sending")
                .doesNotContain("Looking over whom it reaches");
        jenny.sends(page + "/sending").andExpect(status().isSeeOther());
        assertThat(jenny.html(page))
                .contains("being prepared", "Finding out who gets it", "hx-get=\"" + page + "\"")
                .doesNotContain("get a message</span>");
        assertThat(marketing.get(id).isSetOff()).isTrue();
        assertThat(marketing.report(id).numbers().queued()).isZero();
        readers.ban(olof);
        sending.run(); // begins
        sending.run(); // and lets leave

        assertThat(sink.readers()).containsExactly("ada@tuulivoima.example");
        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.SENT);
        assertThat(marketing.deeds(id))
                .extracting(deed -> deed.kind() + " " + deed.by())
                .containsExactly("ended ", "started ", "sent Jenny Sandberg", "made Jenny Sandberg");
        assertThat(evidence.about(id)).extracting(Evidence.Line::act).contains("campaign-sent", "campaign-started");
    }

    @Test
    void what_was_sent_to_many_can_be_taken_back_until_it_begins() throws Exception {
        sink.open();
        var firm = readers.firm("Aurinkovoima Oy");
        readers.met(firm, "Ada Koskinen", "ada@aurinkovoima.example", "fi");
        readers.met(firm, "Olof Berg", "olof@aurinkovoima.example", "fi");
        var id = readers.campaign(firm);
        marketing.letLeave(id, Readers.JENNY);
        assertThat(marketing.get(id).isSetOff()).isTrue();

        marketing.cancel(id, null, Readers.JENNY);
        sending.run();

        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.DRAFT);
        assertThat(sink.readers()).isEmpty();
    }

    @Test
    @Policy("M12")
    void what_a_second_person_approved_for_no_time_leaves_so_too_and_nothing_else_does() {
        sink.open();
        var firm = readers.firm("Vesivoima Oy");
        readers.met(firm, "Ada Koskinen", "ada@vesivoima.example", "fi");
        readers.met(firm, "Olof Berg", "olof@vesivoima.example", "fi");
        var id = readers.campaign(firm);
        var jenny = account("Jenny Sandberg", "asks.for.many@halytin.example");
        var oskar = account("Oskar Nyman", "approves.many@halytin.example");
        var before = ruling.now();
        ruling.set(new HouseRule(before.version(), true, before.cap()), Readers.JENNY);
        try {
            assertThatThrownBy(() -> marketing.letLeave(id, Readers.JENNY)).isInstanceOf(Problem.Conflict.class);
            assertThat(marketing.see(id, false).isJudged()).isFalse();
            assertThat(marketing.see(id, true).isJudged()).isTrue();
            approving.ask(id, new Approval.Wish(oskar.value(), "", null), Readers.JENNY, jenny);
            approving.approve(id, marketing.look(id).sight().seal(), oskar, Readers.JENNY);

            marketing.letLeave(id, Readers.JENNY);
            assertThat(marketing.get(id).isSetOff()).isTrue();
            sending.run();
            sending.run();

            assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.SENT);
            assertThat(sink.readers()).containsExactlyInAnyOrder("ada@vesivoima.example", "olof@vesivoima.example");
        } finally {
            ruling.set(new HouseRule(ruling.now().version(), false, before.cap()), Readers.JENNY);
        }
    }

    private Visit marketer(String email) throws Exception {
        account("Jenny Sandberg", email);
        return Visit.of(web, email, "neljä sinistä sipulia");
    }

    private AccountId account(String name, String email) {
        var account = staff.make(
                new Staff.Newcomer(name, email, "en", "Europe/Helsinki"),
                Role.MARKETER.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return account;
    }
}

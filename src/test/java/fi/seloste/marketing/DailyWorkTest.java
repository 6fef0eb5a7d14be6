package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.NextName;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What somebody who sends a letter each month does every day: find it, copy it, see who got it, and when the next one leaves. */
@MarketingTest
class DailyWorkTest {

    private static int visits;

    @Autowired
    Readers readers;

    @Autowired
    Drafting drafting;

    @Autowired
    MailSink sink;

    @Autowired
    Sending sending;

    @Autowired
    Evidence evidence;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    private Visit jenny;

    @BeforeEach
    void a_marketer() throws Exception {
        sink.open();
        jenny = visit(Role.MARKETER);
    }

    private Visit visit(Role role) throws Exception {
        var email = "visitor" + visits++ + ".daily@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Jenny Sandberg", email, "en", "Europe/Helsinki"),
                role.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }

    @Test
    void last_months_campaign_is_copied_with_its_words_and_its_audience_and_is_a_draft() throws Exception {
        var firm = readers.firm("Kopiointi Oy");
        readers.met(firm, "Ada Kopio", "ada@kopiointi.example", "en");
        var first = readers.campaign(firm);
        readers.marketing.send(first, Readers.JENNY);
        sending.run();

        var place = jenny.sends("/marketing/campaigns/" + first + "/copy")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var copy = readers.marketing.get(UUID.fromString(place.replaceAll(".*campaigns/|/settings", "")));
        var before = readers.marketing.get(first);

        assertThat(jenny.html(place)).contains("Autumn letter (2)");
        assertThat(copy.isDraft()).isTrue();
        assertThat(copy.content()).isEqualTo(before.content());
        assertThat(copy.plan().audience()).isEqualTo(before.plan().audience());
        assertThat(before.state()).isEqualTo(Campaign.State.SENT);
    }

    @Test
    void copies_are_counted_on_and_a_long_name_is_cut() {
        assertThat(NextName.after("Letter 4/2026")).isEqualTo("Letter 4/2026 (2)");
        assertThat(NextName.after("Letter (2)")).isEqualTo("Letter (3)");
        assertThat(NextName.after("Letter (9999)")).isEqualTo("Letter (10000)");
        assertThat(NextName.after("Letter (10000)")).isEqualTo("Letter (10000) (2)");
        assertThat(NextName.after("x".repeat(200))).hasSize(196).endsWith(" (2)");
    }

    @Test
    void a_draft_that_nobody_wants_goes_and_one_that_has_left_stays() throws Exception {
        var firm = readers.firm("Luonnos Oy");
        readers.met(firm, "Ada Luonnos", "ada@luonnos.example", "en");
        var draft = readers.campaign(firm);
        var left = readers.campaign(firm);
        readers.marketing.send(left, Readers.JENNY);
        sending.run();

        assertThat(jenny.html("/marketing/campaigns/" + draft)).contains("Remove this draft");
        jenny.sends("/marketing/campaigns/" + draft + "/removal").andExpect(status().is3xxRedirection());
        jenny.opens("/marketing/campaigns/" + draft).andExpect(status().isNotFound());

        assertThatThrownBy(() -> drafting.remove(left, Readers.JENNY)).isInstanceOf(Problem.Conflict.class);
        assertThat(readers.marketing.get(left).state()).isEqualTo(Campaign.State.SENT);
        assertThat(jenny.html("/marketing/campaigns/" + left)).doesNotContain("Remove this draft");
    }

    @Test
    void campaigns_are_found_by_their_name_their_subject_and_how_far_they_are() throws Exception {
        var firm = readers.firm("Haku Oy");
        readers.met(firm, "Ada Haku", "ada@haku.example", "en");
        var id = readers.campaign(firm);
        var before = readers.marketing.get(id);
        readers.marketing.change(id, before.plan().named("Spruce & pine 100%"), before.content(), before.version());

        assertThat(jenny.html("/marketing?q=SPRUCE"))
                .as("the list that answers while one types is not the one of the search box above")
                .contains("Spruce &amp; pine 100%")
                .containsOnlyOnce("id=\"found\"")
                .containsOnlyOnce("id=\"matches\"");
        assertThat(jenny.html("/marketing?q=pine 100%")).contains("Spruce &amp; pine 100%");
        assertThat(jenny.html("/marketing?q=Syksyn uutiset&state=draft")).contains("Spruce &amp; pine 100%");
        assertThat(jenny.html("/marketing?q=spruce&state=sent"))
                .contains("No campaign fits")
                .doesNotContain("pine");
        assertThat(jenny.html("/marketing?q=nothing of the sort")).contains("No campaign fits");
        jenny.opens("/marketing?state=nonsense").andExpect(status().isBadRequest());
        jenny.opens("/marketing?q=" + "x".repeat(2_000)).andExpect(status().isBadRequest());
    }

    @Test
    @Policy({"M1", "M10", "M15"})
    void who_got_it_is_listed_and_whoever_has_said_no_since_is_counted_and_not_named() throws Exception {
        var firm = readers.firm("Saajat Oy");
        var ada = readers.met(firm, "Ada Saaja", "ada@saajat.example", "en");
        var boris = readers.met(firm, "Boris Saaja", "boris@saajat.example", "fi");
        var id = readers.campaign(firm);
        var path = "/marketing/campaigns/" + id;
        assertThat(jenny.html(path + "/deliveries")).contains("Nothing has left yet");
        readers.marketing.send(id, Readers.JENNY);
        sending.run();

        assertThat(jenny.html(path + "/deliveries"))
                .contains("Ada Saaja", "ada@saajat.example", "Boris Saaja", "boris@saajat.example");
        assertThat(jenny.html(path + "/deliveries?q=Boris"))
                .contains("boris@saajat.example")
                .doesNotContain("ada@saajat.example");
        assertThat(consulted(ada)).isPositive();

        readers.ban(boris);
        assertThat(jenny.html(path + "/deliveries"))
                .contains("Ada Saaja", "is in the numbers and not named here")
                .doesNotContain("Boris");
        assertThat(jenny.html(path + "/deliveries?q=Boris")).doesNotContain("boris@saajat.example");
        jenny.opens(path + "/deliveries?state=nonsense").andExpect(status().isBadRequest());
        jenny.opens(path + "/deliveries?after=nonsense").andExpect(status().isBadRequest());
    }

    private long consulted(PersonId person) {
        return readers.purposes
                .as(Purpose.RIGHTS, () -> evidence.consultationsOf(person))
                .size();
    }

    @Test
    void what_waits_and_what_was_skipped_is_listed_by_itself() throws Exception {
        var firm = readers.firm("Odottajat Oy");
        readers.met(firm, "Ada Odottaja", "ada@odottajat.example", "en");
        var id = readers.campaign(firm);
        var path = "/marketing/campaigns/" + id + "/deliveries";
        readers.marketing.send(id, Readers.JENNY);
        assertThat(jenny.html(path + "?state=waiting")).contains("ada@odottajat.example");
        assertThat(jenny.html(path)).doesNotContain("ada@odottajat.example");
        readers.marketing.cancel(id, null, Readers.JENNY);
        assertThat(jenny.html(path + "?state=skipped")).contains("ada@odottajat.example", "the campaign was cancelled");
    }

    @Test
    void the_list_is_taken_out_as_a_file_that_no_spreadsheet_runs() throws Exception {
        var firm = readers.firm("Tiedosto Oy");
        readers.met(firm, "=HYPERLINK(1)", "ada@tiedosto.example", "en");
        var id = readers.campaign(firm);
        readers.marketing.send(id, Readers.JENNY);
        sending.run();

        jenny.opens("/marketing/campaigns/" + id + "/deliveries.csv").andExpect(status().isForbidden());
        var file = visit(Role.OPERATOR).html("/marketing/campaigns/" + id + "/deliveries.csv");
        assertThat(file)
                .startsWith("\uFEFFReader;Address;Language")
                .contains("'=HYPERLINK(1);ada@tiedosto.example;en;sent");
    }

    @Test
    @Policy("M15")
    void the_file_holds_what_the_list_shows_and_nobody_takes_one_of_a_campaign_that_is_not_there() throws Exception {
        var firm = readers.firm("Rajattu Oy");
        readers.met(firm, "Ada Rajattu", "ada@rajattu.example", "en");
        readers.met(firm, "Boris Rajattu", "boris+1@rajattu.example", "en");
        var id = readers.campaign(firm);
        readers.marketing.send(id, Readers.JENNY);
        sending.run();
        var operator = visit(Role.OPERATOR);
        var path = "/marketing/campaigns/" + id + "/deliveries";

        assertThat(operator.html(path)).contains("deliveries.csv?state=left\"", "As a file");
        assertThat(operator.html(path + "?q=boris+1@rajattu"))
                .contains("deliveries.csv?state=left&amp;q=", "Those found, as a file");
        assertThat(operator.html(path + ".csv?q=boris"))
                .contains("Boris Rajattu")
                .doesNotContain("Ada");
        assertThat(operator.html(path + ".csv")).contains("Boris Rajattu", "Ada Rajattu");

        var nowhere = UUID.randomUUID();
        operator.opens("/marketing/campaigns/" + nowhere + "/deliveries.csv").andExpect(status().isNotFound());
        assertThat(taken(id)).isEqualTo(2);
        assertThat(taken(nowhere)).as("nothing was taken").isZero();
    }

    private long taken(UUID campaign) {
        return readers.purposes.as(Purpose.RIGHTS, () -> evidence.about(campaign)).stream()
                .filter(one -> one.act().equals("export"))
                .count();
    }

    @Test
    void the_calendar_shows_what_left_and_what_is_to_leave() throws Exception {
        var firm = readers.firm("Kalenteri Oy");
        readers.met(firm, "Ada Kalenteri", "ada@kalenteri.example", "en");
        var id = readers.campaign(firm);
        var before = readers.marketing.get(id);
        readers.marketing.change(id, before.plan().named("December letter"), before.content(), before.version());
        readers.marketing.schedule(id, readers.clock.instant().plus(Duration.ofDays(14)), Readers.JENNY);
        var month = java.time.YearMonth.from(
                readers.clock.instant().plus(Duration.ofDays(14)).atZone(java.time.ZoneId.of("Europe/Helsinki")));

        assertThat(jenny.html("/marketing/calendar?month=" + month)).contains("December letter", "scheduled");
        assertThat(jenny.html("/marketing/calendar?month=" + month.plusMonths(3)))
                .doesNotContain("December letter");
        jenny.opens("/marketing/calendar?month=2026-13").andExpect(status().isBadRequest());
    }

    @Test
    void an_audience_asks_for_a_part_of_the_job_title_and_is_copied() throws Exception {
        var firm = readers.firm("Nimike Oy");
        readers.met(firm, "Ada Nimike", "ada@nimike.example", "en");
        var criteria = new Criteria(
                Criteria.Match.ALL,
                java.util.List.of(new Criteria.Group(
                        Criteria.Match.ALL,
                        false,
                        java.util.List.of(
                                new Criteria.Condition("organisation", firm.toString()),
                                new Criteria.Condition("job-title", "MAIN")))));
        var id = readers.targeting.add("Main ones", criteria, Readers.JENNY);
        assertThat(readers.targeting.reach(criteria).reached()).isEqualTo(1);
        assertThat(jenny.html("/marketing/audiences/" + id)).contains("job title has “MAIN” in it", "Write to them");

        var place = jenny.sends("/marketing/audiences/" + id + "/copy")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(jenny.html(place)).contains("Main ones (2)", "job title has “MAIN” in it");
        assertThat(jenny.html("/marketing/campaigns/new?audience=" + id)).contains("value=\"" + id + "\" selected");
    }
}

package fi.seloste.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.Problem;
import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Content;
import fi.seloste.marketing.Criteria;
import fi.seloste.marketing.Excluded;
import fi.seloste.marketing.MailSink;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.MarketingTest;
import fi.seloste.marketing.Readers;
import fi.seloste.marketing.Sending;
import fi.seloste.marketing.Targeting;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** Trying several subjects, sending again, and asking audiences what they did. */
@MarketingTest
@Import(Postbox.class)
class SendingAgainTest {

    private static final Map<String, String> OTHER = Map.of("fi", "Toinen otsikko", "en", "Another subject");

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Postbox post;

    @Autowired
    Sending sending;

    @Autowired
    Marketing marketing;

    @Autowired
    Targeting targeting;

    @Autowired
    Trying trying;

    @Autowired
    Repeating repeating;

    @Autowired
    Responses responses;

    @Autowired
    TurnedClock clock;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    @BeforeEach
    void a_mail_server() {
        sink.open();
    }

    @Test
    @Policy("O8")
    void a_part_tries_the_subjects_and_the_others_get_the_one_that_was_followed_most() throws Exception {
        var firm = readers.firm("Jokivoima Oy");
        crowd(firm, 40, "jokivoima");
        var id = readers.campaign(firm, plain());
        trying.plan(id, 0, new Trial.Plan(50, 4, List.of(OTHER)));

        marketing.send(id, Readers.JENNY);
        sending.run();
        assertThat(subjects()).containsOnly(Map.entry("Syksyn uutiset", 10), Map.entry("Toinen otsikko", 10));
        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.SENDING);
        trying.decideDue();
        assertThat(trying.find(id).orElseThrow().course().decision()).isNull();

        clock.advance(Duration.ofHours(1));
        post.follow(Postbox.click(post.mail(readerOf("Toinen otsikko"))));
        assertThat(responses.of(id).parts().subjects())
                .extracting(part ->
                        part.code() + " " + part.people() + " " + part.clicked().people())
                .containsExactly("1 10 0", "2 10 1");
        clock.advance(Duration.ofHours(4));
        trying.decideDue();
        sending.run();

        var decision = trying.find(id).orElseThrow().course().decision();
        assertThat(decision).isNotNull();
        assertThat(decision.winner()).isEqualTo(2);
        assertThat(decision.by()).isEqualTo(Trial.By.CLICKS);
        assertThat(subjects()).containsOnly(Map.entry("Syksyn uutiset", 10), Map.entry("Toinen otsikko", 30));
        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.SENT);
    }

    @Test
    @Policy("O8")
    void a_letter_that_was_sent_for_a_look_takes_nothing_from_the_trial_and_the_pages_say_how_it_stands()
            throws Exception {
        var firm = readers.firm("Koekirje Oy");
        crowd(firm, 24, "koekirje");
        var id = readers.campaign(firm, plain());
        trying.plan(id, 0, new Trial.Plan(90, 4, List.of(OTHER)));
        var jenny = visit();
        var page = "/marketing/campaigns/" + id;
        assertThat(jenny.html(page)).contains("90 % of the readers get one of several subjects", "Toinen otsikko");
        jenny.sends(page + "/test");
        sink.reset();

        marketing.send(id, Readers.JENNY);
        sending.run();
        assertThat(subjects()).containsOnly(Map.entry("Syksyn uutiset", 11), Map.entry("Toinen otsikko", 11));
        assertThat(jenny.html(page)).contains("Several subjects are being tried");
        assertThat(jenny.html(page + "/deliveries?state=waiting"))
                .contains("when the subject is decided")
                .doesNotContain("2126");

        clock.advance(Duration.ofHours(1));
        post.follow(Postbox.click(post.mail(readerOf("Toinen otsikko"))));
        assertThat(responses.of(id).parts().subjects())
                .extracting(part ->
                        part.code() + " " + part.people() + " " + part.clicked().people())
                .containsExactly("1 11 0", "2 11 1");
        clock.advance(Duration.ofHours(4));
        trying.decideDue();
        sending.run();
        assertThat(jenny.html(page)).contains("Subject 2 was followed most and went to the others");
        assertThat(jenny.html(page + "/responses"))
                .contains("goes to the others", "Toinen otsikko", "Subject 2 was followed most");
        assertThat(jenny.html(page + "/repeat"))
                .as("told before anybody writes")
                .contains("Wait at least 3 days")
                .doesNotContain("Make a draft");
    }

    private Visit visit() throws Exception {
        var account = staff.make(
                new Staff.Newcomer("Jenny Sandberg", "jenny.trial@halytin.example", "en", "Europe/Helsinki"),
                Role.MARKETER.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, "jenny.trial@halytin.example", "neljä sinistä sipulia");
    }

    @Test
    @Policy("O8")
    void a_trial_must_suit_its_campaign_and_nobody_writes_over_another() {
        var firm = readers.firm("Kuitukoski Oy");
        readers.met(firm, "Ada Kuitu", "ada.trial@kuitukoski.example", "fi");
        var id = readers.campaign(firm, plain());
        for (var wrong : List.of(
                Map.of("fi", "Vain suomeksi"),
                Map.of("fi", "Syksyn uutiset", "en", "Other"),
                Map.of("fi", "x".repeat(151), "en", "y"),
                Map.of("fi", "Hei {{shoeSize}}", "en", "Hello"),
                Map.of("fi", "Rivi\nvaihtuu", "en", "Line\nbreaks"))) {
            var plan = new Trial.Plan(30, 4, List.of(wrong));
            assertThatThrownBy(() -> trying.plan(id, 0, plan))
                    .as(wrong.toString())
                    .isInstanceOf(Problem.Invalid.class);
        }

        trying.plan(id, 0, new Trial.Plan(30, 4, List.of(OTHER)));
        var again = new Trial.Plan(40, 4, List.of(OTHER));
        assertThatThrownBy(() -> trying.plan(id, 0, again)).isInstanceOf(Problem.Conflict.class);
        trying.plan(id, 1, again);
        assertThat(trying.find(id).orElseThrow().plan().share()).isEqualTo(40);
        trying.remove(id);
        assertThat(trying.find(id)).isEmpty();
        marketing.send(id, Readers.JENNY);
        assertThatThrownBy(() -> trying.plan(id, 0, again)).isInstanceOf(Problem.Conflict.class);
        sending.run();
    }

    @Test
    @Policy("O9")
    void a_campaign_goes_again_to_those_who_have_not_followed_it_and_to_nobody_else() throws Exception {
        var firm = readers.firm("Rautapyörä Oy");
        var clicked = post.agreed(firm, "clicked@rautapyora.example");
        post.agreed(firm, "unmoved@rautapyora.example");
        var banned = post.agreed(firm, "banned.again@rautapyora.example");
        readers.met(firm, "Not Known", "unknown@rautapyora.example", "fi");
        var first = readers.campaign(firm, plain());
        marketing.send(first, Readers.JENNY);
        sending.run();
        assertThatThrownBy(() -> repeating.again(first, OTHER, false, Readers.JENNY))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("tooSoon");
        clock.advance(Duration.ofDays(Repeating.DAYS));
        post.follow(Postbox.click(post.mail("clicked@rautapyora.example")));
        readers.ban(banned);
        readers.met(firm, "Came Later", "later@rautapyora.example", "fi");
        assertThatThrownBy(
                        () -> repeating.again(first, Map.of("fi", "Syksyn uutiset", "en", "x"), false, Readers.JENNY))
                .isInstanceOf(Problem.Invalid.class);

        var again = repeating.again(first, OTHER, false, Readers.JENNY);
        assertThatThrownBy(() -> repeating.again(first, OTHER, false, Readers.JENNY))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("exists");
        assertThat(marketing.look(again).reach().excluded())
                .contains(
                        new Excluded("banned", 1),
                        new Excluded("followed-first", 1),
                        new Excluded("not-in-first", 1),
                        new Excluded("response-unknown", 1));
        sink.reset();
        marketing.send(again, Readers.JENNY);
        sending.run();

        assertThat(sink.readers()).containsExactly("unmoved@rautapyora.example");
        assertThat(clicked).isNotNull();
    }

    @Test
    @Policy("O10")
    void audiences_ask_what_people_did_as_far_as_it_may_still_be_known() throws Exception {
        var firm = readers.firm("Merenkulma Oy");
        post.agreed(firm, "clicked.q@merenkulma.example");
        post.agreed(firm, "opened.q@merenkulma.example");
        post.agreed(firm, "nothing.q@merenkulma.example");
        var banned = post.agreed(firm, "banned.q@merenkulma.example");
        var withdrawn = post.agreed(firm, "withdrawn.q@merenkulma.example");
        readers.met(firm, "Not Known", "unknown.q@merenkulma.example", "fi");
        var id = readers.campaign(firm, plain());
        marketing.send(id, Readers.JENNY);
        sending.run();
        clock.advance(Duration.ofHours(1));
        for (var who : List.of("clicked.q", "banned.q", "withdrawn.q")) {
            post.follow(Postbox.click(post.mail(who + "@merenkulma.example")));
        }
        post.look(Postbox.open(post.mail("opened.q@merenkulma.example")));

        assertThat(people(firm, "clicked", id)).isEqualTo(3);
        assertThat(people(firm, "not-clicked", id)).isEqualTo(2);
        assertThat(people(firm, "opened", id)).isOne();
        assertThat(people(firm, "not-opened", id)).isEqualTo(4);
        assertThat(people(firm, "clicked-since", "2026-11-23")).isEqualTo(3);
        assertThat(people(firm, "clicked-since", "2026-11-24")).isZero();

        readers.ban(banned);
        post.withdraws(withdrawn);
        assertThat(people(firm, "clicked", id))
                .as("what the hidden read is not counted either")
                .isOne();
        assertThat(people(firm, "clicked-since", "2026-11-23")).isOne();
        assertThatThrownBy(() -> targeting.add("x", criteria("clicked", UUID.randomUUID()), Readers.JENNY))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> targeting.add("x", criteria("clicked", "'; drop"), Readers.JENNY))
                .isInstanceOf(Problem.Invalid.class);
    }

    private int people(OrganisationId firm, String field, Object value) {
        var asked = criteria(field, value).groups();
        var there = readers.at(firm).groups();
        return targeting
                .reach(new Criteria(Criteria.Match.ALL, List.of(asked.getFirst(), there.getFirst())))
                .people();
    }

    private static Criteria criteria(String field, Object value) {
        return new Criteria(
                Criteria.Match.ALL,
                List.of(new Criteria.Group(
                        Criteria.Match.ALL, false, List.of(new Criteria.Condition(field, value.toString())))));
    }

    private static Content plain() {
        var content = Readers.content();
        return new Content(
                content.languages(),
                Map.of("fi", "Syksyn uutiset", "en", "Autumn news"),
                content.why(),
                content.blocks());
    }

    private void crowd(OrganisationId firm, int many, String domain) {
        for (int i = 0; i < many; i++) {
            readers.met(firm, "Reader Number" + i, "reader%d@%s.example".formatted(i, domain), "fi");
        }
    }

    private Map<String, Integer> subjects() throws Exception {
        var subjects = new HashMap<String, Integer>();
        for (var message : sink.messages()) {
            subjects.merge(message.getSubject(), 1, Integer::sum);
        }
        return subjects;
    }

    private String readerOf(String subject) throws Exception {
        for (var message : sink.messages()) {
            if (message.getSubject().equals(subject)) {
                return message.getAllRecipients()[0].toString();
            }
        }
        throw new AssertionError("Nobody got " + subject);
    }
}

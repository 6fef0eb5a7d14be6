package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.register.CustomField;
import fi.seloste.register.CustomField.Holder;
import fi.seloste.register.CustomField.Kind;
import fi.seloste.register.OwnFields;
import fi.seloste.register.PartialRestrictions;
import fi.seloste.register.Party;
import fi.seloste.responses.Trial;
import fi.seloste.responses.Trying;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A message says a field of the company's own where the notice in force lets marketing read its category, and in no other way. */
@MarketingTest
class OwnWordsTest {

    private static final String NOTES = "relationship-notes";
    private static final String TAGS = "contact-tags";
    private static final String ORGANISATIONS = "organisations";
    private static int visits;

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Marketing marketing;

    @Autowired
    Drafting drafting;

    @Autowired
    Sending sending;

    @Autowired
    OwnFields own;

    @Autowired
    PartialRestrictions partial;

    @Autowired
    Trying trying;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    @BeforeEach
    void a_mail_server() {
        sink.open();
    }

    @Test
    @Policy("M17")
    void a_message_says_what_the_field_holds_in_its_language_and_else_what_stands_after_the_bar() throws Exception {
        var since = declared(Holder.PERSON, "Customer since", Kind.DATE, TAGS);
        var motto = declared(Holder.PERSON, "Motto", Kind.TEXT, TAGS);
        var chairs = declared(Holder.PERSON, "Chairs", Kind.YES_NO, TAGS);
        var users = declared(Holder.ORGANISATION, "Number of users", Kind.NUMBER, ORGANISATIONS);
        var firm = readers.firm("Sanakoski Oy");
        var ada = readers.met(firm, "Ada Koskinen", "ada@sanakoski.example", "fi");
        var erin = readers.met(firm, "Erin Shaw", "erin@sanakoski.example", "en");
        readers.met(readers.firm("Hiljainen Oy"), "Nobody Known", "nobody@hiljainen.example", "en");
        set(Party.of(ada), since, "2019-05-31");
        set(Party.of(erin), since, "2019-05-31");
        set(Party.of(ada), motto, "{{name}} <b>& co</b>");
        set(Party.of(erin), chairs, "yes");
        set(Party.of(firm), users, "12500.75");
        var words =
                "S {{own.customer-since|long}} M {{own.motto|none}} U {{own.number-of-users|few}} C {{own.chairs|-}}";
        var id = readers.campaign(firm, content(words));

        assertThat(marketing.look(id).checks()).allMatch(Check::passed);
        marketing.send(id, Readers.JENNY);
        sending.run();

        assertThat(to("ada@sanakoski.example").getSubject()).isEqualTo("Since 31.5.2019");
        assertThat(part(to("ada@sanakoski.example"), 0))
                .contains("S 31.5.2019 M {{name}} <b>& co</b> U 12\u00a0500,75 C -");
        assertThat(part(to("ada@sanakoski.example"), 1))
                .contains("M {{name}} &lt;b&gt;&amp; co&lt;/b&gt; U")
                .doesNotContain("<b>& co");
        assertThat(part(to("erin@sanakoski.example"), 0)).contains("S 31 May 2019 M none U 12\u00a0500,75 C yes");
        assertThat(MergeField.filled(words, Reader.NOBODY)).isEqualTo("S long M none U few C -");
    }

    @Test
    @Policy("M17")
    void whose_values_are_only_stored_or_not_known_reads_what_stands_after_the_bar() throws Exception {
        var interest = declared(Holder.PERSON, "Reads about", Kind.CHOICE, TAGS, "Drills", "Crises");
        var firm = readers.firm("Varjo Oy");
        var ada = readers.met(firm, "Ada Varjo", "ada@varjo.example", "en");
        var boris = readers.met(firm, "Boris Varjo", "boris@varjo.example", "en");
        readers.met(firm, "Chen Varjo", "chen@varjo.example", "en");
        set(Party.of(ada), interest, "Crises");
        set(Party.of(boris), interest, "Drills");
        readers.purposes.as(
                Purpose.RIGHTS, () -> partial.add(boris, TAGS, new RequestId(Ids.next()), readers.clock.instant()));
        var id = readers.campaign(firm, content("About {{ own.reads-about |anything}}."));

        assertThat(preview(id, ada)).contains("About Crises.");
        assertThat(preview(id, boris)).contains("About anything.");
        marketing.send(id, Readers.JENNY);
        sending.run();

        assertThat(part(to("ada@varjo.example"), 0)).contains("About Crises.");
        assertThat(part(to("boris@varjo.example"), 0)).contains("About anything.");
        assertThat(part(to("chen@varjo.example"), 0)).contains("About anything.");
    }

    @Test
    @Policy("M17")
    void what_the_notice_withholds_from_marketing_is_refused_when_it_is_written_and_told_why() throws Exception {
        var worry = declared(Holder.PERSON, "Worry", Kind.TEXT, NOTES);
        var firm = readers.firm("Huoli Oy");
        var ada = readers.met(firm, "Ada Huoli", "ada@huoli.example", "en");
        set(Party.of(ada), worry, "the river");
        assertThatThrownBy(() -> readers.campaign(firm, content("We know of {{own.worry|nothing}}.")))
                .isInstanceOfSatisfying(Problem.Invalid.class, e -> {
                    assertThat(e.field()).isEqualTo("blocks");
                    assertThat(e.key()).isEqualTo("merge.withheld.own");
                });

        var id = readers.campaign(firm, content("Nothing own."));
        var jenny = visit();
        var page = "/marketing/campaigns/" + id + "/content";
        assertThat(jenny.html(page))
                .contains(
                        "{{firstName}}", "First name", "“Worry” cannot be said in messages: this own field belongs to")
                .doesNotContain("{{own.worry}}");
        var answer = jenny.sends(
                page,
                "version",
                "1",
                "act",
                "save",
                "subject.en",
                "News of {{own.worry|it}}",
                "b0.kind",
                "text",
                "b0.en",
                "Typed and kept <script>x</script>");
        answer.andExpect(status().isBadRequest());
        assertThat(answer.andReturn().getResponse().getContentAsString())
                .contains("“Worry” cannot be said in messages", "Typed and kept", "News of {{own.worry|it}}");
        assertThat(marketing.get(id).content().subject("en")).doesNotContain("worry");
        assertThat(answer.andReturn().getResponse().getContentAsString())
                .as("what will be taken out is told when it is, not lost on the way")
                .contains("Typed and kept &lt;script&gt;x&lt;/script&gt;");
        assertThatThrownBy(() -> trying.plan(
                        id,
                        0,
                        new Trial.Plan(50, 1, List.of(Map.of("fi", "{{own.worry|a}}", "en", "{{own.worry|b}}")))))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.key()).isEqualTo("merge.withheld.own"));
    }

    @Test
    @Policy("M17")
    void a_field_that_is_filed_elsewhere_on_the_way_holds_the_campaign_up_and_nobody_reads_it() throws Exception {
        var topic = declared(Holder.PERSON, "Topic of talks", Kind.TEXT, TAGS);
        var firm = readers.firm("Matka Oy");
        var ada = readers.met(firm, "Ada Matka", "ada@matka.example", "en");
        set(Party.of(ada), topic, "floods");
        var id = readers.campaign(firm, content("On {{own.topic-of-talks|things}}."));
        marketing.send(id, Readers.JENNY);

        filed(topic, NOTES);
        sending.run();

        assertThat(sink.messages()).isEmpty();
        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.PAUSED);
        assertThat(marketing.deeds(id)).first().satisfies(deed -> {
            assertThat(deed.kind()).isEqualTo("paused");
            assertThat(deed.note()).isEqualTo("withheld");
        });
        assertThat(visit().html("/marketing/campaigns/" + id)).contains("a merge field may not be said any more");
        assertThat(preview(id, ada)).contains("On things.");
        var copy = drafting.copy(id, Readers.JENNY);
        assertThat(failed(copy)).extracting(check -> check.said().key()).containsExactly("merge.withheld.own");
        var draft = marketing.get(copy);
        marketing.change(copy, draft.plan(), draft.content(), draft.version());

        filed(topic, TAGS);
        marketing.resume(id, Readers.JENNY);
        sending.run();
        assertThat(part(to("ada@matka.example"), 0)).contains("On floods.");
    }

    @Test
    @Policy("M9")
    void all_that_is_no_field_is_named_at_once_and_a_field_that_is_no_more_by_its_name() {
        var medal = declared(Holder.PERSON, "Medal of merit", Kind.TEXT, TAGS);
        var firm = readers.firm("Nimet Oy");
        readers.met(firm, "Ada Nimet", "ada@nimet.example", "en");
        var id = readers.campaign(
                firm,
                content("{{fristName|a}} {{own.nobody|b}} {{own.Medal|c}} {{own.medal-of-merit}} {{lastName}} {{x"));
        readers.purposes.as(Purpose.CUSTOMER, () -> own.remove(medal));

        assertThat(failed(id)).hasSize(2);
        assertThat(failed(id).getFirst().said().arguments().getFirst())
                .isEqualTo("{{fristName}}, {{own.Medal}}, {{, {{own.nobody}}");
        assertThat(failed(id).getLast().said().key()).isEqualTo("merge.withheld.retired");
    }

    @Test
    @Policy("M17")
    void a_subject_that_is_tried_says_it_too() throws Exception {
        var plan = declared(Holder.ORGANISATION, "Level of service", Kind.CHOICE, ORGANISATIONS, "Basic", "Plus");
        var firm = readers.firm("Koe Oy");
        for (int i = 0; i < 4; i++) {
            readers.met(firm, "Reader Number" + i, "reader" + i + "@koe.example", "en");
        }
        set(Party.of(firm), plan, "Plus");
        var id = readers.campaign(firm, content("Nothing own."));
        trying.plan(
                id,
                0,
                new Trial.Plan(
                        100,
                        1,
                        List.of(Map.of("fi", "{{own.level-of-service|a}} fi", "en", "{{own.level-of-service|b}} en"))));

        marketing.send(id, Readers.JENNY);
        sending.run();

        assertThat(sink.messages())
                .extracting(MimeMessage::getSubject)
                .containsExactlyInAnyOrder("Since always", "Since always", "Plus en", "Plus en");
    }

    @Test
    @Policy("M17")
    void a_subject_that_lost_holds_nothing_up_any_more_unless_a_message_with_it_still_waits() {
        var hobby = declared(Holder.PERSON, "Hobby", Kind.TEXT, TAGS);
        var firm = readers.firm("Häviö Oy");
        for (int i = 0; i < 8; i++) {
            readers.met(firm, "Reader Number" + i, "reader" + i + "@havio.example", "en");
        }
        var id = readers.campaign(firm, content("Nothing own."));
        var other = Map.of("fi", "{{own.hobby|a}} fi", "en", "{{own.hobby|b}} en");
        trying.plan(id, 0, new Trial.Plan(50, 1, List.of(other)));
        marketing.send(id, Readers.JENNY);
        sending.run();
        assertThat(sink.messages()).hasSize(4);

        filed(hobby, NOTES);
        sending.run();
        assertThat(marketing.get(id).state()).as("tried still").isEqualTo(Campaign.State.PAUSED);
        assertThatThrownBy(() -> marketing.resume(id, Readers.JENNY))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class, e -> assertThat(e.key()).isEqualTo("merge.withheld.own"));

        readers.clock.advance(Duration.ofHours(2));
        trying.decideDue();
        assertThat(trying.find(id).orElseThrow().course().decision())
                .satisfies(decision -> assertThat(decision.winner()).isOne());
        var one = putOff(id, "{{own.hobby|b}} en");
        assertThatThrownBy(() -> marketing.resume(id, Readers.JENNY)).isInstanceOf(Problem.Conflict.class);
        subject(one, "Since always");
        marketing.resume(id, Readers.JENNY);
        sending.run();

        assertThat(sink.messages()).hasSize(8);
        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.SENT);
    }

    /** A message that waits, with this subject, as one of those that tried it waits where its server puts it off. */
    private UUID putOff(UUID campaign, String words) {
        var one = readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc
                        .sql(
                                "select delivery_id from marketing.delivery where campaign_id = :id and state = 'waiting' limit 1")
                        .param("id", campaign)
                        .query(UUID.class)
                        .single());
        subject(one, words);
        return one;
    }

    private void subject(UUID delivery, String words) {
        readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc
                        .sql("update marketing.delivery set subject = :words where delivery_id = :id")
                        .param("words", words)
                        .param("id", delivery)
                        .update());
    }

    private static Content content(String words) {
        return new Content(
                List.of("fi", "en"),
                words.contains("customer-since")
                        ? Map.of(
                                "fi",
                                "Since {{own.customer-since|always}}",
                                "en",
                                "Since {{own.customer-since|always}}")
                        : Map.of("fi", "Since always", "en", "Since always"),
                Map.of("fi", "vastaat varautumisesta", "en", "you look after preparedness"),
                List.of(new Block(Block.Kind.TEXT, "", Map.of("fi", words, "en", words))));
    }

    private List<Check> failed(UUID id) {
        return marketing.look(id).checks().stream().filter(one -> !one.passed()).toList();
    }

    private String preview(UUID id, PersonId person) throws Exception {
        return visit().html("/marketing/campaigns/" + id + "/preview?language=en&person=" + person);
    }

    private UUID declared(Holder holder, String name, Kind kind, String category, String... choices) {
        return readers.purposes.as(
                Purpose.CUSTOMER,
                () -> own.declare(new CustomField.New(holder, name, kind, category, List.of(choices))));
    }

    private void filed(UUID field, String category) {
        readers.purposes.as(Purpose.CUSTOMER, () -> own.file(field, category, Readers.JENNY));
    }

    private void set(Party party, UUID field, String value) {
        readers.purposes.as(Purpose.CUSTOMER, () -> own.set(party, field, value, Readers.JENNY));
    }

    private MimeMessage to(String address) throws Exception {
        for (var message : sink.messages()) {
            if (message.getAllRecipients()[0].toString().equals(address)) {
                return message;
            }
        }
        throw new AssertionError("Nothing came to " + address);
    }

    private static String part(MimeMessage message, int index) throws Exception {
        return ((MimeMultipart) message.getContent())
                .getBodyPart(index)
                .getContent()
                .toString();
    }

    private Visit visit() throws Exception {
        var email = "writer" + visits++ + ".words@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Jenny Sandberg", email, "en", "Europe/Helsinki"),
                Role.MARKETER.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email.toLowerCase(Locale.ROOT), "neljä sinistä sipulia");
    }
}

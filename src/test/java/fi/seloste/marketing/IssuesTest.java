package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.consents.Agreement;
import fi.seloste.consents.Channel;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Proof;
import fi.seloste.consents.Way;
import fi.seloste.newsletters.Newsletters;
import fi.seloste.newsletters.Rhythm;
import fi.seloste.newsletters.Subscriptions;
import fi.seloste.newsletters.Topic;
import fi.seloste.store.Purpose;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Campaigns that are issues of a newsletter. */
@MarketingTest
class IssuesTest {

    private static final String NEWS = "consented-marketing";

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Sending sending;

    @Autowired
    Newsletters newsletters;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Consents consents;

    @Autowired
    MockMvc web;

    @BeforeEach
    void a_mail_server() {
        sink.open();
    }

    @Test
    @Policy("L6")
    void an_issue_goes_to_its_subscribers_alone_and_without_an_audience() throws Exception {
        var firm = readers.firm("Jokivoima Oy");
        var topic = topic("issue");
        var ada = subscriber(firm, topic, "ada.issue@jokivoima.example");
        readers.met(firm, "Boris Muu", "boris.issue@jokivoima.example", "fi");
        subscriber(firm, topic("other-issue"), "eva.issue@jokivoima.example");
        readers.ban(subscriber(firm, topic, "otto.issue@jokivoima.example"));
        var id = issue(topic, null);

        assertThat(readers.marketing.look(id).reach().reached()).isOne();
        send(id);

        assertThat(sink.readers()).containsExactly("ada.issue@jokivoima.example");
        var message = sink.messages().getFirst();
        assertThat(message.getHeader("List-Id")).containsExactly("<issue.halytin.example>");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(timelineOf(ada)).contains("subscribed");
    }

    @Test
    @Policy("L6")
    void consents_that_are_withdrawn_while_a_thousand_wait_stop_their_messages() {
        var firm = readers.firm("Rautapyörä Oy");
        var topic = topic("crowd");
        var crowd = new ArrayList<PersonId>();
        readers.purposes.as(Purpose.CUSTOMER, () -> {
            for (int i = 0; i < 1_000; i++) {
                crowd.add(readers.met(firm, "Reader " + i, "reader" + i + "@crowd.example", "fi"));
            }
        });
        readers.purposes.as(Purpose.RIGHTS, () -> crowd.forEach(person -> consent(person, topic)));
        var id = issue(topic, null);
        readers.marketing.send(id, Readers.JENNY);
        assertThat(readers.marketing.report(id).numbers().waiting()).isEqualTo(1_000);

        for (var one : List.of(crowd.get(500), crowd.get(998), crowd.get(999))) {
            readers.purposes.as(Purpose.RIGHTS, () -> subscriptions.end(one, topic, Way.PHONE, Actor.subject(one)));
        }
        leave(id);

        assertThat(sink.readers())
                .hasSize(997)
                .doesNotContain("reader500@crowd.example", "reader998@crowd.example", "reader999@crowd.example");
        assertThat(readers.marketing.report(id).skipped()).containsExactly(new Excluded("not-subscribed", 3));
    }

    @Test
    @Policy("L7")
    void one_press_ends_this_newsletter_and_nothing_else_and_the_button_beside_it_bans_all() throws Exception {
        var firm = readers.firm("Merenkulma Oy");
        var topic = topic("press");
        var ada = subscriber(firm, topic, "ada.press@merenkulma.example");
        consentApart(ada, topic("press-too"));
        var id = issue(topic, null);
        send(id);
        var path = link();

        web.perform(get(path).header("Accept-Language", "en")).andExpect(status().isOk());
        assertThat(stands(ada, topic)).isTrue();
        var answer = web.perform(post(path)
                        .header("Accept-Language", "en")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("List-Unsubscribe=One-Click"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(answer).contains("Letter press has ended").doesNotContain("ada.press");
        assertThat(stands(ada, topic)).isFalse();
        assertThat(stands(ada, topic("press-too"))).isTrue();
        assertThat(isBanned(ada)).isFalse();
        assertThat(readers.marketing.report(id).numbers().unsubscribed()).isOne();
        web.perform(post(path)).andExpect(status().isOk());
        assertThat(readers.marketing.report(id).numbers().unsubscribed()).isOne();

        web.perform(post(path + "/ban")).andExpect(status().isOk());
        assertThat(isBanned(ada)).isTrue();
        assertThat(stands(ada, topic("press-too"))).isFalse();
        web.perform(get(path + "/newsletters")).andExpect(status().isOk());
    }

    @Test
    @Policy("L8")
    void who_wants_it_once_a_month_gets_no_second_issue_within_the_month() {
        var firm = readers.firm("Kuitukoski Oy");
        var topic = topic("seldom");
        var ada = subscriber(firm, topic, "ada.seldom@kuitukoski.example");
        subscriber(firm, topic, "eva.seldom@kuitukoski.example");
        readers.purposes.asSubject(ada, () -> {
            subscriptions.pace(ada, topic, Rhythm.MONTHLY, Actor.subject(ada));
            return true;
        });
        send(issue(topic, null));
        assertThat(sink.readers()).hasSize(2);

        readers.clock.advance(Duration.ofDays(7));
        send(issue(topic, null));
        assertThat(sink.readers())
                .hasSize(3)
                .filteredOn(one -> one.startsWith("ada"))
                .hasSize(1);
        readers.clock.advance(Duration.ofDays(30));
        send(issue(topic, null));
        assertThat(sink.readers()).filteredOn(one -> one.startsWith("ada")).hasSize(2);
    }

    @Test
    @Policy({"L8", "M8"})
    void who_wants_only_what_was_subscribed_to_gets_issues_and_no_other_campaign() {
        var firm = readers.firm("Lounatuuli Oy");
        var topic = topic("only");
        var ada = subscriber(firm, topic, "ada.only@lounatuuli.example");
        readers.met(firm, "Boris Kaikki", "boris.only@lounatuuli.example", "fi");
        restrain(ada);
        var other = readers.campaign(firm);
        assertThat(readers.marketing.look(other).reach().excluded()).containsExactly(new Excluded("restrained", 1));
        send(other);
        assertThat(sink.readers()).containsExactly("boris.only@lounatuuli.example");

        sink.reset();
        for (int i = 0; i < 5; i++) {
            send(issue(topic, null));
        }
        assertThat(sink.readers()).as("what was asked for is not counted").hasSize(5);
    }

    @Test
    @Policy("L6")
    void a_newsletter_is_read_at_the_address_that_was_confirmed_for_it() {
        var firm = readers.firm("Nordhamn Ab");
        var topic = topic("where");
        var ada = subscriber(firm, topic, "first.where@nordhamn.example");
        readers.purposes.as(Purpose.RIGHTS, () -> {
            readers.jdbc
                    .sql("""
                            insert into newsletters.preference (preference_id, person_id, standing, topic_id, address, rhythm, changed_at)
                            values (gen_random_uuid(), :person, 0, :topic, 'second.where@nordhamn.example', 'each', :now)""")
                    .param("person", ada.value())
                    .param("topic", topic.id())
                    .param("now", fi.seloste.store.Sql.at(readers.clock.instant()))
                    .update();
        });
        readers.purposes.as(
                Purpose.CUSTOMER,
                () -> details.add(
                        fi.seloste.register.Party.of(ada),
                        fi.seloste.register.ContactPoint.New.email("second.where@nordhamn.example"),
                        new fi.seloste.register.Origin(
                                fi.seloste.register.Source.OWN_FORM, null, java.time.LocalDate.of(2026, 11, 23)),
                        Readers.JENNY));
        send(issue(topic, null));
        assertThat(sink.readers()).containsExactly("second.where@nordhamn.example");
    }

    @Autowired
    fi.seloste.register.ContactDetails details;

    @Test
    @Policy("M4")
    void a_campaign_on_consent_without_a_newsletter_or_with_anothers_purpose_does_not_leave() {
        var firm = readers.firm("Vartiotorni Oy");
        var topic = topic("ground");
        subscriber(firm, topic, "ada.ground@vartiotorni.example");
        var audience = readers.targeting.add("All", readers.at(firm), Readers.JENNY);
        for (var plan : List.of(
                plan(NEWS, null, audience),
                plan("role-marketing", topic.slug(), audience),
                plan("response-measurement", topic.slug(), audience),
                plan(NEWS, "no-such-letter", audience))) {
            var id = readers.marketing.add(plan, Readers.content(), Readers.JENNY);
            assertThatThrownBy(() -> readers.marketing.send(id, Readers.JENNY)).isInstanceOf(Problem.Conflict.class);
        }
    }

    @Test
    @Policy("L10")
    void issues_that_went_out_are_shown_without_anything_of_their_readers_and_as_a_feed_that_parses() throws Exception {
        var firm = readers.firm("Keskuslinna Oy");
        var topic = topic("archive");
        subscriber(firm, topic, "ada.archive@keskuslinna.example");
        var hostile = new Content(
                List.of("en"),
                Map.of("en", "]]> <b>&amp; \uD83D\uDE80 {{firstName|there}} & \uFFFE"),
                Map.of(),
                List.of(new Block(Block.Kind.TEXT, "", Map.of("en", "Dear {{firstName|reader}}, <i>hello</i> ]]>"))));
        var id = issue(topic, hostile);
        var draft = issue(topic, hostile);
        send(id);

        var page = page("/newsletters/archive");
        assertThat(page).contains("/issues/" + id).doesNotContain(draft.toString());
        var shown = page("/newsletters/archive/issues/" + id + "/mail");
        assertThat(shown)
                .contains("Dear reader", "/newsletters/archive")
                .doesNotContain("Ada", "/u/", "{{", "ada.archive");
        web.perform(get("/newsletters/archive/issues/" + draft)).andExpect(status().isNotFound());
        web.perform(get("/newsletters/issue-none/issues/" + id)).andExpect(status().isNotFound());

        var feed = web.perform(get("/newsletters/archive/feed.xml").header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(feed.getContentType()).startsWith("application/rss+xml");
        var parsed = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.getContentAsByteArray()));
        assertThat(parsed.getElementsByTagName("item").getLength()).isOne();
        var title = parsed.getElementsByTagName("title").item(1).getTextContent();
        assertThat(title).contains("]]> <b>&amp;", "\uD83D\uDE80", "there &").doesNotContain("\uFFFE", "Ada");
    }

    @Test
    void a_question_about_audiences_finds_whoever_subscribes() {
        var firm = readers.firm("Björkvik Ab");
        var topic = topic("question");
        var ada = subscriber(firm, topic, "ada.question@bjorkvik.example");
        readers.met(firm, "Boris Ei", "boris.question@bjorkvik.example", "fi");
        var asked = Criteria.EVERYBODY.withGroup(
                new Criteria.Group(Criteria.Match.ALL, false, List.of(new Criteria.Condition("topic", "question"))));
        var audience = readers.targeting.add("Subscribers", asked, Readers.JENNY);
        assertThat(readers.targeting.count(asked)).isOne();
        assertThat(readers.targeting
                        .reach(readers.targeting.get(audience).criteria())
                        .reached())
                .isOne();

        readers.purposes.as(Purpose.RIGHTS, () -> subscriptions.end(ada, topic, Way.PHONE, Actor.subject(ada)));
        assertThat(readers.targeting.count(asked)).isZero();
        assertThatThrownBy(() -> readers.targeting.add(
                        "None",
                        Criteria.EVERYBODY.withGroup(new Criteria.Group(
                                Criteria.Match.ALL, false, List.of(new Criteria.Condition("topic", "nothing")))),
                        Readers.JENNY))
                .isInstanceOf(Problem.Invalid.class);
    }

    private Topic topic(String slug) {
        return newsletters.all().stream()
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseGet(() -> newsletters.get(newsletters.add(
                        slug,
                        new Topic.Plan(NEWS, Topic.Frequency.WEEKLY, true, true),
                        Map.of("en", new Topic.Words("Letter " + slug, "", "", "")),
                        Readers.JENNY)));
    }

    private PersonId subscriber(OrganisationId firm, Topic topic, String email) {
        var person = readers.met(firm, "Ada " + topic.slug(), email, "fi");
        consentApart(person, topic);
        return person;
    }

    private void consentApart(PersonId person, Topic topic) {
        readers.purposes.as(Purpose.RIGHTS, () -> consent(person, topic));
    }

    private void consent(PersonId person, Topic topic) {
        var agreed = new Agreement(
                topic.aim(),
                new fi.seloste.consents.Wording.Text("Yes, send it.", "en"),
                new Agreement.Manner(Channel.FORM, new Proof(Proof.Kind.DOUBLE_OPT_IN, null), null),
                null);
        consents.give(person, agreed, Actor.subject(person));
    }

    private void restrain(PersonId person) {
        readers.purposes.asSubject(person, () -> {
            subscriptions.choose(
                    person, fi.seloste.newsletters.Restraint.SUBSCRIBED_ONLY, Way.OWN_PAGE, Actor.subject(person));
            return true;
        });
    }

    private Campaign.Plan plan(String purpose, @Nullable String topic, @Nullable UUID audience) {
        return new Campaign.Plan("Issue", purpose, topic, new Campaign.Sender("Jenny", null), audience, 0);
    }

    private UUID issue(Topic topic, @Nullable Content content) {
        return readers.marketing.add(
                plan(NEWS, topic.slug(), null), content == null ? Readers.content() : content, Readers.JENNY);
    }

    private void send(UUID id) {
        readers.marketing.send(id, Readers.JENNY);
        leave(id);
    }

    private void leave(UUID id) {
        for (int i = 0; i < 20 && readers.marketing.get(id).state() == Campaign.State.SENDING; i++) {
            sending.run();
        }
        assertThat(readers.marketing.get(id).state()).isEqualTo(Campaign.State.SENT);
    }

    private String link() throws Exception {
        return sink.messages()
                .getLast()
                .getHeader("List-Unsubscribe")[0]
                .replaceAll("[<>]", "")
                .substring(PublicAddress.URL.length());
    }

    private boolean stands(PersonId person, Topic topic) {
        return readers.purposes.as(Purpose.RIGHTS, () -> consents.stands(person, topic.aim()));
    }

    private boolean isBanned(PersonId person) {
        return readers.purposes.as(
                Purpose.RIGHTS, () -> readers.register.get(person).standing().isBannedInPerson());
    }

    private String timelineOf(PersonId person) {
        return readers.purposes.as(
                Purpose.CUSTOMER,
                () -> readers.jdbc
                        .sql("select kind from newsletters.happening where person_id = :person")
                        .param("person", person.value())
                        .query(String.class)
                        .list()
                        .toString());
    }

    private String page(String path) throws Exception {
        return web.perform(get(path).header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}

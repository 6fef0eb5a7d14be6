package fi.seloste.flows;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.consents.Agreement;
import fi.seloste.consents.Aim;
import fi.seloste.consents.Channel;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Proof;
import fi.seloste.consents.Way;
import fi.seloste.consents.Wording;
import fi.seloste.events.Hosting;
import fi.seloste.forms.Visitors;
import fi.seloste.marketing.Criteria;
import fi.seloste.marketing.MailSink;
import fi.seloste.marketing.MarketingTest;
import fi.seloste.marketing.Readers;
import fi.seloste.marketing.Targeting;
import fi.seloste.newsletters.Newsletters;
import fi.seloste.newsletters.Topic;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What begins a flow for somebody. */
@MarketingTest
@Import({Paths.class, Visitors.class, Hosting.class})
class TriggersTest {

    private static final String NEWS = "consented-marketing";

    @Autowired
    Paths paths;

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Newsletters newsletters;

    @Autowired
    Consents consents;

    @Autowired
    Targeting targeting;

    @Autowired
    Visitors visitors;

    @Autowired
    Hosting hosting;

    @BeforeEach
    void a_mail_server() {
        sink.open();
        paths.clock.reset();
    }

    @Test
    @Policy("J1")
    void whoever_confirms_a_newsletter_is_welcomed_within_the_second_and_who_did_before_is_not() {
        topic("tidings");
        var early = met("Ada Ennen", "ada@ennen.example");
        agree(early, "tidings");
        var flow = begun(new Trigger(Trigger.Kind.NEWSLETTER, "tidings"), NEWS, "tidings");
        var boris = met("Boris Nyt", "boris@nyt.example");
        agree(boris, "tidings");

        paths.go();

        assertThat(sink.readers()).containsExactly("boris@nyt.example");
        assertThat(paths.left(flow)).isEqualTo(Map.of("finished", 1));
    }

    @Test
    @Policy("J2")
    void whoever_ends_the_newsletter_gets_none_of_its_mails_any_more() {
        topic("monthly-news");
        var flow = paths.drawn(
                paths.plan(new Trigger(Trigger.Kind.NEWSLETTER, "monthly-news"), NEWS, "monthly-news"),
                paths.wait(1),
                paths.mail("welcome"));
        paths.flows.start(flow, Readers.JENNY);
        var ada = met("Ada Pois", "ada@pois.example");
        agree(ada, "monthly-news");
        paths.go();
        assertThat(paths.within(flow)).isOne();

        withdraw(ada);
        paths.clock.advance(Duration.ofDays(1));
        paths.go();

        assertThat(sink.readers()).isEmpty();
        assertThat(paths.left(flow)).isEqualTo(Map.of("not-subscribed", 1));
    }

    @Test
    @Policy("J1")
    void an_answered_form_begins_it_only_where_the_address_has_answered() throws Exception {
        var form = visitors.contact();
        var flow = paths.drawn(
                paths.plan(new Trigger(Trigger.Kind.FORM, form.id().toString()), "role-marketing", null),
                paths.mail("thank you"));
        paths.flows.start(flow, Readers.JENNY);
        met("Ada Vastasi", "ada@vastasi.example");
        visitors.worked(form, "name", "Ada Vastasi", "email", "ada@vastasi.example", "message", "Call me");
        visitors.worked(form, "name", "Boris Joku", "email", "boris@joku.example", "message", "Call me too");
        visitors.work();
        paths.go();
        assertThat(paths.within(flow)).isZero();
        assertThat(sink.readers()).doesNotContain("ada@vastasi.example", "boris@joku.example");

        visitors.confirms("ada@vastasi.example");
        visitors.work();
        paths.go();

        assertThat(paths.subjects()).contains("thank you for Ada").doesNotContain("thank you for Boris");
        assertThat(paths.left(flow)).isEqualTo(Map.of("finished", 1));
    }

    @Test
    @Policy("J1")
    void a_guest_who_gets_a_place_begins_one_and_a_guest_who_came_another() {
        var evening = hosting.evening(1);
        var placed = begun(new Trigger(Trigger.Kind.EVENT_REGISTERED, evening.toString()), "role-marketing", null);
        var came = begun(new Trigger(Trigger.Kind.EVENT_ATTENDED, evening.toString()), "role-marketing", null);
        hosting.guest(evening, "Ada Vieras", "ada@vieras.example");
        hosting.guest(evening, "Boris Jonossa", "boris@vieras.example");

        paths.go();
        assertThat(paths.left(placed)).as("who waits in the line has no place").isEqualTo(Map.of("finished", 1));
        assertThat(paths.left(came)).isEmpty();

        hosting.letIn(evening, "ada@vieras.example");
        paths.go();
        paths.go();
        assertThat(paths.left(placed)).isEqualTo(Map.of("finished", 1));
        assertThat(paths.left(came)).isEqualTo(Map.of("finished", 1));
        assertThat(paths.subjects())
                .filteredOn(one -> one.startsWith("hello"))
                .containsExactly("hello fi Ada", "hello fi Ada");
    }

    @Test
    @Policy("J1")
    void whoever_is_in_an_audience_enters_and_so_does_who_comes_into_it() {
        var firm = readers.firm("Kohde Oy");
        readers.met(firm, "Ada Kohde", "ada@kohde.example", "en");
        readers.ban(readers.met(firm, "Boris Kohde", "boris@kohde.example", "en"));
        var audience = targeting.add("At Kohde", at(firm.toString()), Readers.JENNY);
        begun(new Trigger(Trigger.Kind.AUDIENCE, audience.toString()), "role-marketing", null);
        paths.go();
        assertThat(sink.readers()).containsExactly("ada@kohde.example");

        readers.met(firm, "Chen Kohde", "chen@kohde.example", "en");
        paths.go();
        paths.go();
        assertThat(sink.readers()).containsExactly("ada@kohde.example", "chen@kohde.example");
    }

    @Test
    void an_audience_that_is_gone_holds_up_nobody() {
        var firm = readers.firm("Poissa Oy");
        var gone = targeting.add("Gone soon", at(firm.toString()), Readers.JENNY);
        begun(new Trigger(Trigger.Kind.AUDIENCE, gone.toString()), "role-marketing", null);
        var there = targeting.add("At Poissa", at(firm.toString()), Readers.JENNY);
        var flow = paths.drawn(
                paths.plan(new Trigger(Trigger.Kind.AUDIENCE, there.toString()), "role-marketing", null),
                one -> new Step.Condition(
                        Ids.next(),
                        gone,
                        null,
                        null,
                        List.of(),
                        List.of(paths.mail("not there").apply(one))));
        paths.flows.start(flow, Readers.JENNY);
        targeting.remove(gone);
        readers.met(firm, "Ada Poissa", "ada@poissa.example", "en");

        paths.go();

        assertThat(paths.subjects()).containsExactly("not there for Ada");
    }

    private UUID begun(Trigger trigger, String purpose, @Nullable String topic) {
        var flow = paths.drawn(paths.plan(trigger, purpose, topic), paths.mail("hello"));
        paths.flows.start(flow, Readers.JENNY);
        return flow;
    }

    private static Criteria at(String firm) {
        return new Criteria(
                Criteria.Match.ALL,
                List.of(new Criteria.Group(
                        Criteria.Match.ALL, false, List.of(new Criteria.Condition("organisation", firm)))));
    }

    private void topic(String slug) {
        var words = Map.of("en", new Topic.Words("Tidings " + slug, "What is new", "", ""));
        newsletters.add(slug, new Topic.Plan(NEWS, Topic.Frequency.MONTHLY, true, true), words, Readers.JENNY);
    }

    private PersonId met(String name, String email) {
        return readers.met(readers.firm(name + " Oy"), name, email, "en");
    }

    private void agree(PersonId person, String topic) {
        var agreement = new Agreement(
                new Aim(NEWS, topic),
                new Wording.Text("I would like to get it.", "en"),
                new Agreement.Manner(Channel.FORM, new Proof(Proof.Kind.DOUBLE_OPT_IN, null), null),
                null);
        paths.purposes.as(Purpose.RIGHTS, () -> consents.give(person, agreement, Readers.JENNY));
    }

    private void withdraw(PersonId person) {
        paths.purposes.as(
                Purpose.RIGHTS,
                () -> consents.of(person)
                        .forEach(one -> consents.withdraw(person, one.id(), Way.EMAIL, Readers.JENNY)));
    }
}

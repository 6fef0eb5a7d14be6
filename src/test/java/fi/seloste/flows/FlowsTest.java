package fi.seloste.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.MailSink;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.MarketingTest;
import fi.seloste.marketing.Readers;
import fi.seloste.marketing.Sending;
import fi.seloste.register.PartialRestrictions;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who enters a flow, what it does with them, and how they leave. */
@MarketingTest
@Import(Paths.class)
class FlowsTest {

    @Autowired
    Paths paths;

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Marketing marketing;

    @Autowired
    Sending sending;

    @Autowired
    Flows flows;

    @Autowired
    PartialRestrictions partial;

    @BeforeEach
    void a_mail_server() {
        sink.open();
        paths.clock.reset();
    }

    @Test
    @Policy("J1")
    void two_mails_come_with_a_wait_between_and_then_the_person_has_gone_through_it() throws Exception {
        var ada = met("Ada Polku", "ada@polku.example");
        var flow = paths.running(paths.mail("first"), paths.wait(2), paths.mail("second"));

        assertThat(flows.add(flow, List.of(ada), Readers.JENNY)).isOne();
        paths.go();
        assertThat(sink.readers()).containsExactly("ada@polku.example");
        var mail = sink.messages().getFirst();
        assertThat(mail.getSubject()).isEqualTo("first for Ada");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("List-Unsubscribe")[0]).contains("/u/");

        paths.clock.advance(Duration.ofHours(47));
        paths.go();
        assertThat(sink.readers()).hasSize(1);
        paths.clock.advance(Duration.ofHours(1));
        paths.go();
        assertThat(sink.readers()).containsExactly("ada@polku.example", "ada@polku.example");
        assertThat(paths.left(flow)).isEqualTo(Map.of("finished", 1));
        assertThat(paths.within(flow)).isZero();
    }

    @Test
    @Policy("J2")
    void whoever_bans_marketing_while_waiting_leaves_and_gets_nothing_more() {
        var ada = met("Ada Kielto", "ada@kielto.example");
        var boris = met("Boris Kielto", "boris@kielto.example");
        var flow = paths.running(paths.wait(1), paths.mail("later"));
        flows.add(flow, List.of(ada, boris), Readers.JENNY);
        paths.go();
        assertThat(paths.within(flow)).isEqualTo(2);

        readers.ban(ada);
        paths.clock.advance(Duration.ofDays(1));
        paths.go();

        assertThat(sink.readers()).containsExactly("boris@kielto.example");
        assertThat(paths.left(flow)).isEqualTo(Map.of("finished", 1, "banned", 1));
        assertThat(flows.add(flow, List.of(ada), Readers.JENNY)).as("by hand").isZero();
    }

    @Test
    @Policy("J2")
    void a_ban_between_the_step_and_the_leaving_stops_the_mail_in_the_queue() {
        var ada = met("Ada Jono", "ada@jono.example");
        var flow = paths.running(paths.mail("queued"));
        flows.add(flow, List.of(ada), Readers.JENNY);
        paths.lead();
        assertThat(paths.queued(flow)).isOne();

        readers.ban(ada);
        sending.run();

        assertThat(sink.readers()).isEmpty();
        assertThat(paths.queued(flow)).isZero();
    }

    @Test
    @Policy("J2")
    void who_is_restricted_not_yet_told_or_without_an_address_gets_nothing() {
        var firm = readers.firm("Portti Oy");
        var chen = readers.met(firm, "Chen Portti", "chen@portti.example", "en");
        var dora = readers.found(firm, "Dora Portti", "dora@portti.example");
        var olof = readers.met(firm, "Olof Portti", "", "sv");
        readers.restrict(chen);
        var flow = paths.running(paths.mail("gate"));

        assertThat(flows.add(flow, List.of(chen, dora, olof), Readers.JENNY))
                .as("only whom marketing sees")
                .isOne();
        paths.go();

        assertThat(sink.readers()).isEmpty();
        assertThat(paths.left(flow)).isEqualTo(Map.of("no-address", 1));
    }

    @Test
    @Policy({"J2", "R44"})
    void who_had_notes_restricted_alone_enters_and_goes_on_and_who_is_restricted_meanwhile_leaves() {
        var firm = readers.firm("Osittain Oy");
        var ada = readers.met(firm, "Ada Osittain", "ada@osittain.example", "en");
        var boris = readers.met(firm, "Boris Osittain", "boris@osittain.example", "en");
        restrictNotes(ada);
        var flow = paths.running(paths.wait(1), paths.mail("partly"));
        assertThat(flows.add(flow, List.of(ada, boris), Readers.JENNY)).isEqualTo(2);
        paths.go();

        restrictNotes(boris);
        readers.restrict(boris);
        paths.clock.advance(Duration.ofDays(1));
        paths.go();

        assertThat(sink.readers()).containsExactly("ada@osittain.example");
        assertThat(paths.left(flow)).isEqualTo(Map.of("finished", 1, "restricted", 1));
    }

    private void restrictNotes(PersonId person) {
        paths.purposes.as(
                Purpose.RIGHTS,
                () -> partial.add(person, "relationship-notes", RequestId.next(), paths.clock.instant()));
    }

    @Test
    @Policy("J2")
    void whoever_had_enough_messages_this_month_waits_for_the_next_day() {
        var firm = readers.firm("Usein Oy");
        var ada = readers.met(firm, "Ada Usein", "ada@usein.example", "en");
        for (int i = 0; i < 4; i++) {
            marketing.send(readers.campaign(firm), Readers.JENNY);
            sending.run();
        }
        sink.reset();
        var flow = paths.running(paths.mail("fifth"));
        flows.add(flow, List.of(ada), Readers.JENNY);

        paths.go();
        assertThat(sink.readers()).isEmpty();
        assertThat(paths.within(flow)).isOne();
        for (int day = 0; day < 8; day++) {
            paths.clock.advance(Duration.ofDays(1));
            paths.go();
        }
        assertThat(sink.readers()).isEmpty();
        assertThat(paths.left(flow)).isEqualTo(Map.of("frequency", 1));
    }

    @Test
    @Policy("J3")
    void nobody_enters_twice_unless_the_flow_says_after_how_many_days() {
        var ada = met("Ada Kerran", "ada@kerran.example");
        var once = paths.running(paths.mail("once"));
        var again =
                paths.runningAs(plan -> new Flow.Plan(plan.name(), plan.trigger(), plan.mailing(), 30), paths.wait(1));
        List.of(once, again).forEach(flow -> flows.add(flow, List.of(ada), Readers.JENNY));
        assertThat(flows.add(again, List.of(ada), Readers.JENNY)).as("within").isZero();
        paths.go();
        paths.clock.advance(Duration.ofDays(2));
        paths.go();

        paths.clock.advance(Duration.ofDays(27));
        assertThat(flows.add(again, List.of(ada), Readers.JENNY)).isZero();
        paths.clock.advance(Duration.ofDays(2));
        assertThat(flows.add(again, List.of(ada), Readers.JENNY)).isOne();
        assertThat(flows.add(once, List.of(ada), Readers.JENNY)).isZero();
    }

    @Test
    @Policy("J4")
    void whoever_is_on_the_way_goes_on_as_it_was_when_they_entered() {
        var ada = met("Ada Vanha", "ada@vanha.example");
        var boris = met("Boris Uusi", "boris@uusi.example");
        var flow = paths.running(paths.wait(1), paths.mail("as it was"));
        flows.add(flow, List.of(ada), Readers.JENNY);
        paths.go();

        paths.redrawing.draw(flow);
        var mail = flows.get(flow).draft().mails().getFirst();
        var copy = paths.redrawing.writable(flow, mail.id(), Readers.JENNY);
        assertThat(copy).isNotEqualTo(mail.campaign());
        paths.write(copy, "as it is");
        flows.start(flow, Readers.JENNY);
        flows.add(flow, List.of(boris), Readers.JENNY);
        paths.go();
        paths.clock.advance(Duration.ofDays(1));
        paths.go();

        assertThat(paths.subjects()).containsExactlyInAnyOrder("as it was for Ada", "as it is for Boris");
    }

    @Test
    @Policy("J5")
    void while_it_is_paused_nothing_leaves_and_who_comes_waits() {
        var ada = met("Ada Tauko", "ada@tauko.example");
        var flow = paths.running(paths.mail("after the pause"));
        flows.add(flow, List.of(ada), Readers.JENNY);
        paths.lead();
        flows.pause(flow, Readers.JENNY);
        var boris = met("Boris Tauko", "boris@tauko.example");
        assertThat(flows.add(flow, List.of(boris), Readers.JENNY)).isOne();
        paths.go();
        assertThat(sink.readers()).isEmpty();

        flows.resume(flow, Readers.JENNY);
        paths.go();
        assertThat(sink.readers()).containsExactly("ada@tauko.example", "boris@tauko.example");
    }

    @Test
    @Policy("J5")
    void when_it_ends_everybody_leaves_and_what_waits_in_the_queue_does_not_leave() {
        var ada = met("Ada Loppu", "ada@loppu.example");
        var boris = met("Boris Loppu", "boris@loppu.example");
        var flow = paths.running(paths.mail("never"), paths.wait(1));
        flows.add(flow, List.of(ada), Readers.JENNY);
        paths.lead();
        flows.end(flow, Readers.JENNY);
        paths.go();

        assertThat(sink.readers()).isEmpty();
        assertThat(paths.left(flow)).isEqualTo(Map.of("ended", 1));
        assertThatThrownBy(() -> flows.add(flow, List.of(boris), Readers.JENNY)).isInstanceOf(Problem.Conflict.class);
        assertThat(paths.campaigns(flow)).extracting(Campaign::state).containsOnly(Campaign.State.SENT);
    }

    @Test
    @Policy("J6")
    void what_is_rolled_back_was_not_done_and_is_done_once_afterwards() {
        var ada = met("Ada Kaatui", "ada@kaatui.example");
        var flow = paths.running(paths.mail("once"), paths.wait(1), paths.mail("twice"));
        flows.add(flow, List.of(ada), Readers.JENNY);

        paths.leadAndDie(flow);
        assertThat(paths.queued(flow)).as("as if the process had been killed").isZero();
        paths.go();
        paths.go();
        assertThat(sink.readers()).containsExactly("ada@kaatui.example");
    }

    @Test
    @Policy("J6")
    void two_rounds_at_once_do_each_step_once() throws Exception {
        var people = java.util.stream.IntStream.range(0, 30)
                .mapToObj(i -> met("Reader " + i, "reader" + i + "@kaksi.example"))
                .toList();
        var flow = paths.running(paths.mail("once each"));
        flows.add(flow, people, Readers.JENNY);

        var other = Thread.ofVirtual().start(paths::lead);
        paths.lead();
        other.join();
        paths.go();

        assertThat(sink.readers()).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    @Policy("J3")
    void two_who_turn_out_to_be_one_go_on_once() {
        var ada = met("Ada Sama", "ada@sama.example");
        var twin = met("Ada Sama", "ada.sama@sama.example");
        var flow = paths.running(paths.wait(1), paths.mail("one"));
        flows.add(flow, List.of(ada, twin), Readers.JENNY);
        paths.go();
        assertThat(paths.within(flow)).isEqualTo(2);

        paths.merge(ada, twin);
        assertThat(paths.within(flow)).isOne();
        paths.clock.advance(Duration.ofDays(1));
        paths.go();
        assertThat(sink.readers())
                .filteredOn(one -> one.contains("sama.example"))
                .hasSize(1);
    }

    @Test
    @Policy("J3")
    void of_two_people_at_one_address_the_first_gets_the_mail() {
        var firm = readers.firm("Yhteinen Oy");
        var ada = readers.met(firm, "Ada Yhteinen", "toimisto@yhteinen.example", "en");
        var boris = readers.met(firm, "Boris Yhteinen", "Toimisto@yhteinen.example", "en");
        var flow = paths.running(paths.mail("one for the office"));
        var other = paths.running(paths.mail("another matter"));

        flows.add(flow, List.of(ada, boris), Readers.JENNY);
        paths.go();
        assertThat(paths.subjects()).containsExactly("one for the office for Ada");
        assertThat(paths.left(flow)).isEqualTo(Map.of("finished", 1, "same-address", 1));

        flows.add(other, List.of(boris), Readers.JENNY);
        paths.go();
        assertThat(paths.subjects()).as("which is another message").contains("another matter for Boris");
    }

    @Test
    void what_is_drawn_away_takes_the_mails_with_it_that_nobody_has_got() {
        var flow = paths.drawn(paths.plan(), paths.mail("stays"), paths.mail("goes"));
        var mails = flows.get(flow).draft().mails();
        assertThat(marketing.get(mails.getLast().campaign()).isDraft()).isTrue();

        paths.redrawing.redraw(
                flow,
                flows.get(flow).version(),
                drawing -> drawing.without(mails.getLast().id()));
        assertThatThrownBy(() -> marketing.get(mails.getLast().campaign())).isInstanceOf(Problem.NotFound.class);

        flows.start(flow, Readers.JENNY);
        paths.redrawing.draw(flow);
        var copy = paths.redrawing.writable(flow, mails.getFirst().id(), Readers.JENNY);
        assertThat(marketing.get(copy).isDraft()).isTrue();
        paths.redrawing.discard(flow);
        assertThatThrownBy(() -> marketing.get(copy)).isInstanceOf(Problem.NotFound.class);
        assertThat(marketing.get(mails.getFirst().campaign()).state())
                .as("it is in force")
                .isEqualTo(Campaign.State.SENDING);
    }

    @Test
    void a_flow_without_steps_or_with_a_mail_without_words_does_not_begin() {
        var empty = flows.add(paths.plan(), Readers.JENNY);
        assertThatThrownBy(() -> flows.start(empty, Readers.JENNY)).isInstanceOf(Problem.Conflict.class);

        var id = paths.redrawing.mail(flows.get(empty), "Unwritten", Readers.JENNY);
        paths.redrawing.redraw(
                empty,
                flows.get(empty).version(),
                drawing -> drawing.with(new Drawing.Place(null, false, 0), new Step.Mail(UUID.randomUUID(), id)));
        assertThat(flows.obstacles(flows.get(empty))).isNotEmpty();
        assertThatThrownBy(() -> flows.start(empty, Readers.JENNY)).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> marketing.send(id, Readers.JENNY))
                .as("nor does its mail by itself")
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void what_somebody_else_drew_meanwhile_is_not_written_over() {
        var id = flows.add(paths.plan(), Readers.JENNY);
        var seen = flows.get(id).version();
        paths.redrawing.redraw(
                id, seen, drawing -> drawing.with(new Drawing.Place(null, false, 0), new Step.Stop(UUID.randomUUID())));

        assertThatThrownBy(() -> paths.redrawing.redraw(id, seen, drawing -> Drawing.EMPTY))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(flows.get(id).draft().steps()).hasSize(1);
    }

    @Test
    void mails_of_flows_are_not_among_campaigns() {
        var flow = paths.running(paths.mail("hidden"));

        assertThat(paths.campaigns(flow)).hasSize(1);
        assertThat(marketing.touched(Paging.of(null, null)).items())
                .extracting(Campaign::name)
                .doesNotContain("hidden");
    }

    private PersonId met(String name, String email) {
        return readers.met(readers.firm(name + " Oy"), name, email, "en");
    }

    @Test
    @Policy("J7")
    void entering_and_leaving_stand_on_the_timeline_and_go_with_the_person() {
        var ada = met("Ada Jana", "ada@jana.example");
        var flow = paths.running(paths.wait(1));
        flows.add(flow, List.of(ada), Readers.JENNY);
        paths.go();
        paths.clock.advance(Duration.ofDays(1));
        paths.go();

        assertThat(paths.timeline(ada))
                .contains(
                        "entered: " + flows.get(flow).name(),
                        "finished: " + flows.get(flow).name());
        assertThat(paths.purposes.as(Purpose.MARKETING, () -> flows.get(flow).name()))
                .isNotEmpty();
    }
}

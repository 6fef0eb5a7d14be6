package fi.seloste.flows;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.TurnedClock;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.marketing.Block;
import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Content;
import fi.seloste.marketing.MailSink;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.Readers;
import fi.seloste.marketing.Sending;
import fi.seloste.register.Ban;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.Merging;
import fi.seloste.register.Register;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The flows of these tests, drawn through the door; rounds come when the test says so. */
@TestComponent
class Paths {

    final Flows flows;
    final Redrawing redrawing;
    final Running running;
    final Looking looking;
    final Passages passages;
    final Whereabouts whereabouts;
    final Leading leading;
    final FlowRecords records;
    final Marketing marketing;
    final Sending sending;
    final Merging merging;
    final Register register;
    final MarketingBan bans;
    final MailSink sink;
    final Purposes purposes;
    final JdbcClient jdbc;
    final TurnedClock clock;

    Paths(
            Flows flows,
            Redrawing redrawing,
            Running running,
            Looking looking,
            Passages passages,
            Whereabouts whereabouts,
            Leading leading,
            FlowRecords records,
            Marketing marketing,
            Sending sending,
            Merging merging,
            Register register,
            MarketingBan bans,
            MailSink sink,
            Purposes purposes,
            JdbcClient jdbc,
            TurnedClock clock) {
        this.flows = flows;
        this.redrawing = redrawing;
        this.running = running;
        this.looking = looking;
        this.passages = passages;
        this.whereabouts = whereabouts;
        this.leading = leading;
        this.records = records;
        this.marketing = marketing;
        this.sending = sending;
        this.merging = merging;
        this.register = register;
        this.bans = bans;
        this.sink = sink;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Flow.Plan plan() {
        return plan(Trigger.byHand(), "role-marketing", null);
    }

    Flow.Plan plan(Trigger trigger, String purpose, @Nullable String topic) {
        var sender = new Campaign.Sender("Jenny, Halytin", null);
        return new Flow.Plan(
                "Flow " + Ids.next(), trigger, new Flow.Mailing(purpose, topic, sender, List.of("en", "fi")), null);
    }

    /** Steps are made of the flow that they are for. */
    Function<Flow, Step> mail(String words) {
        return flow -> {
            var campaign = redrawing.mail(flow, words, Readers.JENNY);
            write(campaign, words);
            return new Step.Mail(Ids.next(), campaign);
        };
    }

    void write(UUID campaign, String words) {
        var there = marketing.get(campaign);
        var content = new Content(
                there.content().languages(),
                Map.of("en", words + " for {{firstName|you}}", "fi", words + " fi {{firstName|sinä}}"),
                Map.of("en", "you look after preparedness", "fi", "vastaat varautumisesta"),
                List.of(new Block(Block.Kind.TEXT, "", Map.of("en", "Hello", "fi", "Hei"))));
        marketing.change(campaign, there.plan(), content, there.version());
    }

    Function<Flow, Step> wait(int days) {
        return flow -> new Step.Wait(Ids.next(), days, 0, false);
    }

    @SafeVarargs
    final UUID running(Function<Flow, Step>... steps) {
        return runningAs(plan -> plan, steps);
    }

    @SafeVarargs
    final UUID runningAs(UnaryOperator<Flow.Plan> planned, Function<Flow, Step>... steps) {
        var id = drawn(planned.apply(plan()), steps);
        flows.start(id, Readers.JENNY);
        return id;
    }

    @SafeVarargs
    final UUID drawn(Flow.Plan plan, Function<Flow, Step>... steps) {
        var id = flows.add(plan, Readers.JENNY);
        for (int i = 0; i < steps.length; i++) {
            var flow = flows.get(id);
            var step = steps[i].apply(flow);
            var place = new Drawing.Place(null, false, i);
            redrawing.redraw(id, flow.version(), drawing -> drawing.with(place, step));
        }
        return id;
    }

    /** What happens within a second or two. */
    void go() {
        looking.run();
        lead();
        sending.run();
    }

    void lead() {
        running.run();
    }

    /** As a process does that is killed before its transaction ends. */
    void leadAndDie(UUID flow) {
        try {
            purposes.as(Purpose.MARKETING, () -> {
                var taken = passages.take(flow, clock.instant(), 0, 10);
                leading.lead(
                        taken,
                        records.edition(taken.getFirst().edition())
                                .orElseThrow()
                                .drawing());
                throw new Killed();
            });
        } catch (Killed expected) {
            // The transaction is gone with the process.
        }
    }

    private static final class Killed extends RuntimeException {}

    /** Does it while somebody changes these people, as an import does. */
    void whileHeld(List<PersonId> people, Runnable what) throws Exception {
        besides(
                () -> jdbc.sql("select 1 from register.person where person_id = any(:people::uuid[]) for update")
                        .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                        .query()
                        .listOfRows(),
                Purpose.OWNER,
                what);
    }

    /** Does it while a ban of this person is written and not committed. */
    void whileBanned(PersonId person, Runnable what) throws Exception {
        besides(() -> bans.ban(person, Ban.because("asked by phone"), Readers.JENNY), Purpose.CUSTOMER, what);
    }

    private void besides(Runnable first, Purpose purpose, Runnable what) throws Exception {
        var written = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var other = Thread.ofVirtual()
                .start(() -> purposes.as(purpose, () -> {
                    first.run();
                    written.countDown();
                    try {
                        done.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
        assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
        try {
            what.run();
        } finally {
            done.countDown();
            other.join();
        }
    }

    void merge(PersonId kept, PersonId gone) {
        purposes.as(Purpose.CUSTOMER, () -> merging.merge(kept, gone, Set.of(), Readers.JENNY));
    }

    int within(UUID flow) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from flows.passage where flow_id = :flow and due_at is not null")
                        .param("flow", flow)
                        .query(Integer.class)
                        .single());
    }

    Map<String, Integer> left(UUID flow) {
        return purposes.as(Purpose.MARKETING, () -> whereabouts.left(flow));
    }

    /** Messages that wait, whoever they are for. */
    int queued(UUID flow) {
        var ids = campaigns(flow).stream().map(Campaign::id).toArray(UUID[]::new);
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql(
                                "select count(*) from marketing.delivery where state = 'waiting' and campaign_id = any(:ids::uuid[])")
                        .param("ids", ids)
                        .query(Integer.class)
                        .single());
    }

    List<Campaign> campaigns(UUID flow) {
        return flows.editions(flow).stream()
                .flatMap(edition -> edition.drawing().mails().stream())
                .map(mail -> marketing.get(mail.campaign()))
                .toList();
    }

    List<String> subjects() {
        return sink.messages().stream()
                .map(message -> {
                    try {
                        return message.getSubject();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    List<String> timeline(PersonId person) {
        return purposes.as(
                Purpose.MARKETING,
                () -> jdbc.sql("""
                                select kind || ': ' || title from flows.passage where person_id = :person
                                union all
                                select kind || ': ' || title from flows.leaving where person_id = :person""")
                        .param("person", person.value())
                        .query(String.class)
                        .list());
    }
}

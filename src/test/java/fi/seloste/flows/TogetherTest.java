package fi.seloste.flows;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.marketing.MailSink;
import fi.seloste.marketing.MarketingTest;
import fi.seloste.marketing.Readers;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Many are led on together, and each by what holds for them alone. */
@MarketingTest
@Import(Paths.class)
class TogetherTest {

    @Autowired
    Paths paths;

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @BeforeEach
    void a_mail_server() {
        sink.open();
        paths.clock.reset();
    }

    @Test
    @Policy("J2")
    void those_who_are_led_on_together_are_judged_each_for_themselves() {
        var firm = readers.firm("Joukko Oy");
        var ada = readers.met(firm, "Ada Joukko", "ada@joukko.example", "en");
        var boris = readers.met(firm, "Boris Joukko", "office@joukko.example", "fi");
        var cecilia = readers.met(firm, "Cecilia Joukko", "Office@joukko.example", "en");
        var dina = readers.met(firm, "Dina Joukko", "", "en");
        var eero = readers.met(firm, "Eero Joukko", "eero@joukko.example", "en");
        var flow = paths.running(paths.wait(1), paths.mail("all at once"), paths.wait(1));
        paths.flows.add(flow, List.of(ada, boris, cecilia, dina, eero), Readers.JENNY);
        paths.go();
        assertThat(paths.within(flow)).isEqualTo(5);

        readers.ban(eero);
        paths.clock.advance(Duration.ofDays(1));
        paths.go();

        assertThat(paths.subjects()).containsExactlyInAnyOrder("all at once for Ada", "all at once fi Boris");
        assertThat(paths.left(flow)).isEqualTo(Map.of("same-address", 1, "no-address", 1, "banned", 1));
        assertThat(paths.within(flow)).isEqualTo(2);
    }

    @Test
    @Policy("J2")
    void whoever_is_just_being_banned_keeps_nobody_waiting_and_gets_nothing() throws Exception {
        var firm = readers.firm("Hetki Oy");
        var ada = readers.met(firm, "Ada Hetki", "ada@hetki.example", "en");
        var boris = readers.met(firm, "Boris Hetki", "boris@hetki.example", "en");
        var flow = paths.running(paths.mail("at that moment"));
        paths.flows.add(flow, List.of(ada, boris), Readers.JENNY);
        var written = new CountDownLatch(1);
        var led = new CountDownLatch(1);
        var ban = Thread.ofVirtual().start(() -> banUntil(ada, written, led));
        assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();

        paths.lead();
        assertThat(paths.queued(flow)).as("the other goes on").isOne();
        led.countDown();
        ban.join();
        paths.go();

        assertThat(sink.readers()).containsExactly("boris@hetki.example");
        assertThat(paths.left(flow)).isEqualTo(Map.of("finished", 1, "banned", 1));
    }

    @Test
    @Policy("J2")
    void where_an_import_changes_all_who_are_first_those_behind_them_go() throws Exception {
        var firm = readers.firm("Jono Oy");
        var first = IntStream.range(0, 201)
                .mapToObj(i -> readers.met(firm, "Reader " + i + " Jono", i + "@jono.example", "en"))
                .toList();
        var last = readers.met(firm, "Viimeinen Jono", "viimeinen@jono.example", "en");
        var flow = paths.running(paths.mail("from behind"));
        paths.flows.add(flow, first, Readers.JENNY);
        paths.clock.advance(Duration.ofSeconds(1));
        paths.flows.add(flow, List.of(last), Readers.JENNY);

        paths.whileHeld(first, () -> {
            paths.lead();
            assertThat(paths.queued(flow)).as("the one behind them").isOne();
        });
        paths.lead();

        assertThat(paths.queued(flow)).isEqualTo(202);
        paths.flows.end(flow, Readers.JENNY);
    }

    private void banUntil(PersonId person, CountDownLatch written, CountDownLatch led) {
        paths.purposes.as(Purpose.CUSTOMER, () -> {
            readers.ban(person);
            written.countDown();
            try {
                led.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    @Policy("J6")
    void what_fails_for_one_is_undone_for_that_one_alone_and_tried_again() {
        var firm = readers.firm("Vika Oy");
        var ada = readers.met(firm, "Ada Vika", "ada@vika.example", "en");
        var boris = readers.met(firm, "Boris Vika", "boris@vika.example", "en");
        var flow = paths.running(paths.mail("for those who can"));
        paths.flows.add(flow, List.of(ada, boris), Readers.JENNY);
        var stood = stands(ada, Ids.next());

        paths.go();
        assertThat(sink.readers()).containsExactly("boris@vika.example");
        assertThat(paths.within(flow)).as("nobody is lost").isOne();

        stands(ada, stood);
        paths.go();
        assertThat(sink.readers()).as("not at once").hasSize(1);
        paths.clock.advance(Duration.ofMinutes(15));
        paths.go();
        assertThat(sink.readers()).containsExactlyInAnyOrder("boris@vika.example", "ada@vika.example");
    }

    /** At a step that may not be there; gives back at which before. */
    private UUID stands(PersonId person, UUID step) {
        return paths.purposes.as(Purpose.OWNER, () -> {
            var before = paths.jdbc
                    .sql("select step_id from flows.passage where person_id = :person")
                    .param("person", person.value())
                    .query(UUID.class)
                    .single();
            paths.jdbc
                    .sql("update flows.passage set step_id = :step where person_id = :person")
                    .param("step", step)
                    .param("person", person.value())
                    .update();
            return before;
        });
    }
}

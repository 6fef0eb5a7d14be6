package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.base.Ids;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.base.SecretLink;
import fi.seloste.evidence.Evidence;
import fi.seloste.senders.Return;
import fi.seloste.store.Purpose;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;

/** What becomes of a campaign when the server ends in the middle of it, or the mail server does. */
@MarketingTest
class CrashTest {

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Marketing marketing;

    @Autowired
    Sending sending;

    @Autowired
    ApplicationContext context;

    @Autowired
    Batches batches;

    @Autowired
    Settlements settlements;

    @Autowired
    Delivered delivered;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void a_mail_server() {
        sink.open();
    }

    @AfterEach
    void the_clock_goes_back() {
        readers.clock.reset();
    }

    @Test
    @Policy("M7")
    void what_was_being_handed_over_when_the_process_died_is_handed_over_again_and_the_report_says_so() {
        var firm = readers.firm("Jokivoima Oy");
        var names = List.of("ada", "boris", "chen", "dora");
        names.forEach(name -> readers.met(firm, name, name + "@jokivoima.example", "fi"));
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        // The process takes a message, and is killed before it learns whether the mail server took it.
        assertThat(taken(id, 1)).hasSize(1);

        leave(id);

        assertThat(sink.readers())
                .containsExactly(
                        "ada@jokivoima.example",
                        "boris@jokivoima.example",
                        "chen@jokivoima.example",
                        "dora@jokivoima.example");
        var numbers = marketing.report(id).numbers();
        assertThat(numbers.sent()).isEqualTo(4);
        assertThat(numbers.uncertain()).isOne();
    }

    @Test
    @Policy("M7")
    void what_is_being_handed_over_when_the_house_closes_is_handed_over_once() throws Exception {
        var firm = readers.firm("Iltapolku Oy");
        readers.purposes.as(Purpose.CUSTOMER, () -> {
            for (int i = 0; i < 60; i++) {
                readers.met(firm, "Reader " + i, "reader" + i + "@iltapolku.example", "fi");
            }
        });
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        var closing = context.getAutowireCapableBeanFactory().createBean(Sending.class);
        try (var server = new MoodyServer()) {
            server.thought = Duration.ofMillis(150);
            server.mood = address -> MoodyServer.Mood.THINKS;
            sink.at(server.port());
            var round = Thread.ofPlatform().start(closing::run);
            while (server.taken().size() < 6 && round.isAlive()) {
                Thread.sleep(5);
            }

            closing.breakOff();

            assertThat(round.join(Duration.ofSeconds(3)))
                    .as("it does not wait for the end of its while")
                    .isTrue();
            assertThat(server.taken()).hasSizeLessThan(60);
            assertThat(marketing.report(id).numbers().sent())
                    .isEqualTo(server.taken().size());
            assertThat(marketing.report(id).numbers().uncertain()).isZero();

            server.mood = address -> MoodyServer.Mood.TAKES;
            int before = server.taken().size();
            closing.run();
            assertThat(server.taken()).as("a house that closes begins nothing").hasSize(before);
            leave(id);
            assertThat(server.taken()).hasSize(60).doesNotHaveDuplicates();
            assertThat(marketing.report(id).numbers().uncertain()).isZero();
        }
    }

    @Test
    @Policy("P5")
    void what_comes_back_while_it_is_in_hand_is_among_what_left() {
        var firm = readers.firm("Heitto Oy");
        var ada = readers.met(firm, "Ada Heitto", "ada@heitto.example", "fi");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        var batch = Ids.next();
        var message = taken(id, batch, 1).getFirst().id();

        events.publishEvent(new Return.Came(new Return(message, Return.Kind.HARD, "5.1.1")));
        var told = Settlements.Settled.sent(message, "Syksyn uutiset");
        readers.purposes.as(Purpose.MARKETING, () -> settlements.settle(batch, List.of(told)));
        readers.purposes.as(Purpose.MARKETING, () -> settlements.settleUnseen(batch, told));

        var page = delivered.list(
                id, Delivered.Wanted.all(DeliveryQuery.LEFT), Paging.of(null, null), Evidence.How.LIST, Readers.JENNY);
        assertThat(page.items()).singleElement().satisfies(row -> {
            assertThat(row.reader().person()).isEqualTo(ada);
            assertThat(row.fate().state()).isEqualTo("bounced");
            assertThat(row.fate().at()).isEqualTo(readers.clock.instant());
        });
        assertThat(marketing.report(id).numbers().sent()).isOne();
        assertThat(subject(message)).as("its words are known").isEqualTo("Syksyn uutiset");
        assertThat(readers.purposes.as(
                        Purpose.OWNER,
                        () -> readers.jdbc
                                .sql("select count(*) from marketing.batch where campaign_id = :id")
                                .param("id", id)
                                .query(Integer.class)
                                .single()))
                .as("nothing is in hand")
                .isZero();
    }

    private String subject(UUID message) {
        return readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc
                        .sql("select subject from marketing.delivery where delivery_id = :id")
                        .param("id", message)
                        .query(String.class)
                        .single());
    }

    @Test
    @Policy("M3")
    void whoever_bans_marketing_while_the_process_is_down_is_not_written_to_again() {
        var firm = readers.firm("Rautapyörä Oy");
        var ada = readers.met(firm, "Ada Rauta", "ada@rautapyora.example", "fi");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        assertThat(taken(id, 1)).hasSize(1);
        readers.ban(ada);

        leave(id);

        assertThat(sink.readers()).isEmpty();
        assertThat(marketing.report(id).skipped()).containsExactly(new Excluded("banned", 1));
        assertThat(marketing.report(id).numbers().uncertain()).isOne();
    }

    @Test
    @Policy("M7")
    void a_mail_server_that_says_not_now_is_asked_again_later_and_one_that_says_never_is_believed() throws Exception {
        var firm = readers.firm("Merenkulma Oy");
        for (var name : List.of("good", "busy", "gone")) {
            readers.met(firm, name, name + "@merenkulma.example", "fi");
        }
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        try (var server = new Talker(line ->
                line.contains("busy@") ? "451 4.7.1 later" : line.contains("gone@") ? "550 5.1.1 no" : "250 ok")) {
            sink.at(server.port());
            sending.run();
            var numbers = marketing.report(id).numbers();
            assertThat(numbers.sent()).isOne();
            assertThat(numbers.failed()).isOne();
            assertThat(numbers.waiting()).isOne();
            assertThat(marketing.report(id).failed()).containsExactly(new Excluded("refused", 1));
        }
        sink.open();
        readers.clock.advance(Duration.ofMinutes(5));
        leave(id);
        assertThat(sink.readers()).containsExactly("busy@merenkulma.example");
    }

    @Test
    @Policy("M7")
    void a_line_that_breaks_in_the_middle_of_a_message_leaves_it_uncertain_and_not_lost() throws Exception {
        var firm = readers.firm("Kuitukoski Oy");
        readers.met(firm, "Ada Kuitu", "ada@kuitukoski.example", "fi");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        try (var server = new Talker(line -> line.equals(".") ? "" : "250 ok")) {
            sink.at(server.port());
            sending.run();
        }
        assertThat(marketing.report(id).numbers().waiting()).isOne();
        assertThat(marketing.report(id).numbers().uncertain()).isOne();

        sink.open();
        readers.clock.advance(Duration.ofMinutes(5));
        leave(id);
        assertThat(sink.readers()).containsExactly("ada@kuitukoski.example");
    }

    @Test
    @Policy("M7")
    void a_line_that_breaks_before_the_message_was_said_leaves_nothing_uncertain() throws Exception {
        var firm = readers.firm("Hiekkaharju Oy");
        readers.met(firm, "Ada Hiekka", "ada@hiekkaharju.example", "fi");
        readers.met(firm, "Boris Hiekka", "boris@hiekkaharju.example", "fi");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        try (var server = new Talker(line -> line.startsWith("DATA") ? "" : "250 ok")) {
            sink.at(server.port());
            sending.run();
        }
        assertThat(marketing.report(id).numbers().waiting()).isEqualTo(2);
        assertThat(marketing.report(id).numbers().uncertain()).isZero();

        sink.open();
        readers.clock.advance(Duration.ofMinutes(5));
        leave(id);
        assertThat(sink.readers()).containsExactly("ada@hiekkaharju.example", "boris@hiekkaharju.example");
    }

    @Test
    @Policy("M3")
    void of_what_is_in_hand_too_long_only_that_leaves_whose_reader_may_still_be_written_to() {
        var firm = readers.firm("Vaskivuori Oy");
        var ada = readers.met(firm, "Ada Vaski", "ada@vaskivuori.example", "fi");
        var boris = readers.met(firm, "Boris Vaski", "boris@vaskivuori.example", "fi");
        readers.met(firm, "Chen Vaski", "chen@vaskivuori.example", "fi");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        var run = UUID.randomUUID();
        var taken = taken(id, run, 3);
        readers.ban(ada);
        readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc
                        .sql("delete from register.contact_point where person_id = :id")
                        .param("id", boris.value())
                        .update());

        assertThat(still(id, run, taken)).containsExactly("chen@vaskivuori.example");
        marketing.pause(id, null, Readers.JENNY);
        assertThat(still(id, run, taken)).isEmpty();
    }

    @Test
    @Policy("M7")
    void what_one_line_has_in_hand_no_other_takes_though_its_domain_was_told_to_wait_and_the_wait_is_over() {
        var firm = readers.firm("Lehtisaari Oy");
        var names = List.of("ada", "boris", "chen", "dora");
        names.forEach(name -> readers.met(firm, name, name + "@lehtisaari.example", "fi"));
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        var inHand = taken(id, 2).stream().map(Batches.Taken::address).toList();
        var until = readers.clock.instant().plus(Duration.ofMinutes(1));
        readers.purposes.as(
                Purpose.MARKETING,
                () -> settlements.holdBack(id, new Settlements.Wait("lehtisaari.example", until, 0)));
        readers.clock.advance(Duration.ofMinutes(2));

        assertThat(taken(id, 4)).extracting(Batches.Taken::address).hasSize(2).doesNotContainAnyElementsOf(inHand);
        leave(id);
        assertThat(sink.readers()).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    @Policy("M7")
    void a_message_that_cannot_be_written_holds_up_no_other_and_makes_none_leave_twice() {
        var firm = readers.firm("Kielopolku Oy");
        var names = List.of("ada", "boris", "chen", "dora", "elsa");
        names.forEach(name -> readers.met(firm, name, name + "@kielopolku.example", "fi"));
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        // As no door lets it in: a header of the message could not be written.
        owner(
                "update register.contact_point set value = 'chen' || chr(1) || '@kielopolku.example' where value = 'chen@kielopolku.example'");
        owner(
                "update marketing.delivery set address = 'chen' || chr(1) || '@kielopolku.example' where campaign_id = '%s' and address like 'chen@%%'"
                        .formatted(id));

        sending.run();
        sending.run();

        assertThat(sink.readers())
                .containsExactly(
                        "ada@kielopolku.example",
                        "boris@kielopolku.example",
                        "dora@kielopolku.example",
                        "elsa@kielopolku.example");
        assertThat(marketing.report(id).numbers().sent()).isEqualTo(4);
        assertThat(marketing.report(id).numbers().waiting()).isOne();
        assertThat(marketing.report(id).numbers().uncertain()).isZero();
        for (int i = 0; i < 6; i++) {
            readers.clock.advance(Duration.ofHours(2));
            sending.run();
        }
        assertThat(marketing.report(id).failed()).containsExactly(new Excluded("gave-up", 1));
    }

    @Test
    @Policy("M7")
    void what_left_is_known_to_have_left_though_the_next_cannot_be_taken() {
        var firm = readers.firm("Katkopolku Oy");
        readers.purposes.as(Purpose.CUSTOMER, () -> {
            for (int i = 0; i < 60; i++) {
                readers.met(firm, "Reader " + i, "reader" + i + "@katkopolku.example", "fi");
            }
        });
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        owner("""
                create function marketing.breaks() returns trigger language plpgsql as $$
                begin
                    if exists (select 1 from marketing.delivery d where d.campaign_id = new.campaign_id and d.state = 'sent') then
                        raise exception 'the disk is full';
                    end if;
                    return new;
                end $$;
                create trigger breaks before insert on marketing.batch for each row execute function marketing.breaks()""");
        try {
            assertThatThrownBy(sending::run).hasMessageContaining("the disk is full");
        } finally {
            owner("drop function marketing.breaks cascade");
        }
        assertThat(marketing.report(id).numbers().sent())
                .isPositive()
                .isEqualTo(sink.readers().size());

        leave(id);
        assertThat(sink.readers()).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    @Policy("M7")
    void a_message_at_which_the_process_died_three_times_is_not_handed_over_a_fourth_time() {
        var firm = readers.firm("Loppupolku Oy");
        readers.met(firm, "Ada Loppu", "ada@loppupolku.example", "fi");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        for (int i = 0; i < 3; i++) {
            assertThat(taken(id, 1)).singleElement().matches(one -> !one.skipped());
            readers.purposes.as(Purpose.MARKETING, () -> batches.takeUp());
        }

        leave(id);

        assertThat(sink.readers()).isEmpty();
        assertThat(marketing.report(id).failed()).containsExactly(new Excluded("line-broke", 1));
        assertThat(marketing.report(id).numbers().uncertain()).isOne();
    }

    private void owner(String sql) {
        readers.purposes.as(Purpose.OWNER, () -> readers.jdbc.sql(sql).update());
    }

    @Test
    @Policy({"M1", "M3"})
    void whoever_bans_marketing_while_a_campaign_is_laid_out_is_left_out_and_fails_nobody_elses_message()
            throws Exception {
        var firm = readers.firm("Väistöpolku Oy");
        var ada = readers.met(firm, "Ada Väistö", "ada@vaistopolku.example", "fi");
        readers.met(firm, "Boris Väistö", "boris@vaistopolku.example", "fi");
        var id = readers.campaign(firm);

        banningWhile(() -> marketing.send(id, Readers.JENNY), ada);

        assertThat(marketing.report(id).numbers().queued()).isOne();
        leave(id);
        assertThat(sink.readers()).containsExactly("boris@vaistopolku.example");
    }

    /** The first ban is made before the work begins; the others, and the commit, come when the work waits. */
    private void banningWhile(Runnable work, PersonId first, PersonId... others) throws Exception {
        var begun = new CountDownLatch(1);
        var ban = Thread.ofVirtual()
                .start(() -> readers.purposes.as(Purpose.CUSTOMER, () -> {
                    readers.ban(first);
                    begun.countDown();
                    untilSomebodyWaits();
                    List.of(others).forEach(readers::ban);
                }));
        begun.await();
        work.run();
        ban.join();
    }

    private void untilSomebodyWaits() {
        for (int i = 0; i < 100; i++) {
            boolean waits = readers.purposes.apart(
                    Purpose.OWNER,
                    () -> readers.jdbc
                            .sql("select exists (select 1 from pg_locks where not granted)")
                            .query(Boolean.class)
                            .single());
            if (waits) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Test
    void a_campaign_that_fails_keeps_no_other_from_leaving() {
        var broken = readers.firm("Rikkopolku Oy");
        readers.met(broken, "Ada Rikko", "ada@rikkopolku.example", "fi");
        var sound = readers.firm("Ehjäpolku Oy");
        readers.met(sound, "Boris Ehjä", "boris@ehjapolku.example", "fi");
        var first = readers.campaign(broken);
        marketing.send(first, Readers.JENNY);
        var second = readers.campaign(sound);
        marketing.send(second, Readers.JENNY);
        owner("""
                create function marketing.breaks() returns trigger language plpgsql as $$
                begin
                    if new.campaign_id = '%s' then
                        raise exception 'the disk is full';
                    end if;
                    return new;
                end $$;
                create trigger breaks before insert on marketing.batch for each row execute function marketing.breaks()""".formatted(first));
        try {
            assertThatThrownBy(sending::run).hasMessageContaining("the disk is full");
        } finally {
            owner("drop function marketing.breaks cascade");
        }
        assertThat(sink.readers()).containsExactly("boris@ehjapolku.example");
        leave(first);
        assertThat(sink.readers()).hasSize(2);
    }

    @Test
    void whoever_holds_a_campaign_to_change_it_keeps_nobody_from_taking_its_messages() throws Exception {
        var firm = readers.firm("Pitopolku Oy");
        readers.met(firm, "Ada Pito", "ada@pitopolku.example", "fi");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        var held = new CountDownLatch(1);
        var may = new CountDownLatch(1);
        var holder = Thread.ofVirtual()
                .start(() -> readers.purposes.as(Purpose.MARKETING, () -> {
                    marketing.held(id);
                    held.countDown();
                    await(may);
                }));
        held.await();
        try {
            var taken = readers.purposes.as(Purpose.MARKETING, () -> {
                readers.jdbc
                        .sql("select set_config('lock_timeout', '2s', true)")
                        .query()
                        .listOfRows();
                return taken(id, 1);
            });
            assertThat(taken).hasSize(1);
        } finally {
            may.countDown();
            holder.join();
        }
        leave(id);
    }

    @Test
    void a_ban_that_is_being_made_while_a_campaign_is_cancelled_fails_neither() throws Exception {
        var firm = readers.firm("Perupolku Oy");
        var ada = readers.met(firm, "Ada Peru", "ada@perupolku.example", "fi");
        var boris = readers.met(firm, "Boris Peru", "boris@perupolku.example", "fi");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);

        owner(
                "update marketing.delivery set next_at = next_at + interval '1 second' where campaign_id = '%s' and address like 'ada@%%'"
                        .formatted(id));

        banningWhile(() -> marketing.cancel(id, null, Readers.JENNY), ada, boris);

        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.CANCELLED);
        assertThat(marketing.report(id).skipped()).containsExactly(new Excluded("banned", 2));
    }

    @Test
    void a_ban_that_is_being_made_while_messages_are_taken_waits_for_nobody_and_nobody_for_it() throws Exception {
        var firm = readers.firm("Saarenranta Oy");
        var ada = readers.met(firm, "Ada Saari", "ada@saarenranta.example", "fi");
        readers.met(firm, "Boris Saari", "boris@saarenranta.example", "fi");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        var begun = new CountDownLatch(1);
        var may = new CountDownLatch(1);
        var ban = Thread.ofVirtual()
                .start(() -> readers.purposes.as(Purpose.CUSTOMER, () -> {
                    readers.ban(ada);
                    begun.countDown();
                    await(may);
                }));
        begun.await();

        sending.run();
        assertThat(sink.readers()).containsExactly("boris@saarenranta.example");
        may.countDown();
        ban.join();
        leave(id);

        assertThat(sink.readers()).containsExactly("boris@saarenranta.example");
        assertThat(marketing.report(id).skipped()).containsExactly(new Excluded("banned", 1));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Batches.Taken> taken(UUID campaign, int many) {
        return taken(campaign, UUID.randomUUID(), many);
    }

    /** As a process takes them that dies before it hands them over. */
    private List<Batches.Taken> taken(UUID campaign, UUID run, int many) {
        var prints = Stream.generate(SecretLink::made)
                .limit(many)
                .map(link -> HexFormat.of().formatHex(link.print()))
                .toList();
        return readers.purposes.as(
                Purpose.MARKETING,
                () -> batches.take(
                                marketing.get(campaign),
                                new Batches.Hand(
                                        run, prints, Batches.After.NOTHING, readers.clock.instant(), OwnValues.NONE))
                        .taken());
    }

    private List<String> still(UUID campaign, UUID run, List<Batches.Taken> taken) {
        var still = readers.purposes.as(
                Purpose.MARKETING,
                () -> batches.still(
                        marketing.get(campaign),
                        run,
                        taken.stream().map(Batches.Taken::id).toList()));
        return taken.stream()
                .filter(one -> still.contains(one.id()))
                .map(Batches.Taken::address)
                .toList();
    }

    @Test
    void a_server_that_refuses_everybody_stops_the_campaign_instead_of_burning_its_readers() throws Exception {
        var firm = readers.firm("Lounatuuli Oy");
        readers.purposes.as(Purpose.CUSTOMER, () -> {
            for (int i = 0; i < 60; i++) {
                readers.met(firm, "Reader " + i, "reader" + i + "@lounatuuli.example", "fi");
            }
        });
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        try (var server = new Talker(line -> line.startsWith("RCPT") ? "554 5.7.1 relay denied" : "250 ok")) {
            sink.at(server.port());
            sending.run();
        }
        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.PAUSED);
        assertThat(marketing.report(id).numbers().waiting()).isGreaterThan(30);
        assertThat(marketing.deeds(id).getFirst().note()).isEqualTo("refused");
    }

    private void leave(UUID id) {
        for (int i = 0; i < 20 && marketing.get(id).state() == Campaign.State.SENDING; i++) {
            sending.run();
        }
        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.SENT);
    }

    /** An SMTP server that answers each command as it is told; an empty answer cuts the line. */
    private static final class Talker implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final List<Socket> lines = new CopyOnWriteArrayList<>();
        private final UnaryOperator<String> answers;

        Talker(UnaryOperator<String> answers) throws IOException {
            this.answers = answers;
            Thread.ofVirtual().start(this::welcome);
        }

        int port() {
            return door.getLocalPort();
        }

        private void welcome() {
            while (!door.isClosed()) {
                try {
                    var line = door.accept();
                    lines.add(line);
                    Thread.ofVirtual().start(() -> talk(line));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void talk(Socket line) {
            try (var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
                    var out = new PrintWriter(
                            new OutputStreamWriter(line.getOutputStream(), StandardCharsets.UTF_8), true)) {
                out.print("220 talker\r\n");
                out.flush();
                boolean data = false;
                for (var said = in.readLine(); said != null; said = in.readLine()) {
                    if (data && !said.equals(".")) {
                        continue;
                    }
                    var answer = answers.apply(said);
                    data = !data && said.equals("DATA") && !answer.isEmpty();
                    if (answer.isEmpty()) {
                        return;
                    }
                    out.print((data ? "354 go on" : answer) + "\r\n");
                    out.flush();
                }
            } catch (IOException e) {
                // the other side has gone
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
            for (var line : new ArrayList<>(lines)) {
                line.close();
            }
        }
    }
}

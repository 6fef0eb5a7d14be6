package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.Zone;
import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.senders.Pool;
import fi.seloste.senders.Pools;
import fi.seloste.senders.Sender;
import fi.seloste.senders.Senders;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** What is told of a campaign that does not get on, and of servers that fail. */
@MarketingTest
@TestPropertySource(properties = {"seloste.senders.patience=700ms", "seloste.marketing.patience=6s"})
class HaltTest {

    private static int visits;

    @Autowired
    Readers readers;

    @Autowired
    Marketing marketing;

    @Autowired
    Sending sending;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Halts halts;

    @Autowired
    Senders senders;

    @Autowired
    Pools pools;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    private MoodyServer first;
    private MoodyServer second;

    @BeforeEach
    void two_servers() throws Exception {
        first = new MoodyServer();
        second = new MoodyServer();
    }

    @AfterEach
    void they_go() throws Exception {
        first.close();
        second.close();
        readers.clock.reset();
    }

    @Test
    @Policy("P9")
    void a_campaign_that_no_server_takes_says_why_on_its_page_until_it_goes_on() throws Exception {
        int port = first.port();
        first.close();
        var pool = pool("Newsletters", port);
        var id = sent(firm("Seisova Oy", "seisova", 4), pool);
        var page = "/marketing/campaigns/" + id;
        var jenny = visit(Role.MARKETER);
        var mikko = visit(Role.OPERATOR);
        leave();

        assertThat(jenny.html(page))
                .contains("Every mail server of “Newsletters” has failed", "They are asked again")
                .doesNotContain("Look at the servers");
        assertThat(mikko.html("/senders/pools/" + pool)).contains("failed", "Nothing listens at this port.");

        pools.addServer(pool, new Pool.Access("127.0.0.1", second.port(), null), null, Readers.JENNY);
        second.mood = to -> to.startsWith("reader3@") ? MoodyServer.Mood.PUTS_OFF : MoodyServer.Mood.TAKES;
        leave();

        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.SENDING);
        assertThat(jenny.html(page))
                .doesNotContain("Every mail server")
                .contains("One of the 2 mail servers of “Newsletters” fails. What is left leaves by the others.")
                .contains("Take nothing just now and are asked again: seisova.example");
    }

    @Test
    @Policy("P9")
    void what_several_lines_are_told_at_once_is_one_failure_and_the_server_rests_for_one_minute() throws Exception {
        int port = first.port();
        first.close();
        var pool = pools.make(new Pool.Wish("Many lines", 6, 0, 0), Readers.JENNY);
        pools.addServer(pool, new Pool.Access("127.0.0.1", port, null), null, Readers.JENNY);
        sent(firm("Monilinja Oy", "monilinja", 4), pool);

        sending.run();

        var server = pools.get(pool).servers().getFirst();
        assertThat(server.failures()).isOne();
        assertThat(server.restsUntil()).isEqualTo(readers.clock.instant().plus(Duration.ofMinutes(1)));
        pools.tryOut(pool);
        assertThat(pools.get(pool).servers().getFirst().failures())
                .as("it rests still")
                .isOne();
    }

    @Test
    @Policy("P9")
    void a_pool_without_a_server_is_said_to_have_none() throws Exception {
        var id = sent(firm("Tyhjä Oy", "tyhja", 2), pool("Empty"));
        leave();
        assertThat(visit(Role.MARKETER).html("/marketing/campaigns/" + id)).contains("“Empty” has no mail server");
    }

    @Test
    void how_many_messages_each_server_took_is_counted_and_shown() throws Exception {
        var pool = pool("Shared", first.port(), second.port());
        sent(firm("Jaettu Oy", "jaettu", 40), pool);

        leave();

        var servers = pools.get(pool).servers();
        assertThat(servers.get(0).took().messages())
                .isEqualTo(first.taken().size())
                .isPositive();
        assertThat(servers.get(1).took().messages())
                .isEqualTo(second.taken().size())
                .isPositive();
        assertThat(servers.get(0).took().last()).isNotNull();
        assertThat(visit(Role.OPERATOR).html("/senders/pools/" + pool)).contains("Taken", "last ");
    }

    @Test
    @Policy("P9")
    void trying_the_servers_out_says_what_came_of_it() throws Exception {
        var pool = pool("Tried", first.port(), second.port());
        var mikko = visit(Role.OPERATOR);
        var page = "/senders/pools/" + pool;
        assertThat(mikko.html(page)).contains("no failure so far").doesNotContain("working");
        assertThat(pools.tryOut(pool)).isZero();
        second.silentAtTheDoor = true;
        mikko.sends(page + "/trial").andExpect(status().is3xxRedirection());
        assertThat(pools.tryOut(pool)).isOne();
        assertThat(mikko.html(page)).contains("It does not answer.");
    }

    @Test
    void who_is_hidden_is_skipped_without_waiting_for_whoever_is_being_changed() throws Exception {
        var firm = readers.firm("Lukko Oy");
        var ada = readers.met(firm, "Ada Lukko", "ada@lukko.example", "fi");
        var eva = readers.met(firm, "Eva Lukko", "eva@lukko.example", "fi");
        var id = sent(firm, pool("Locked", first.port()));
        readers.ban(ada);
        readers.ban(eva);
        var held = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var other = Thread.ofVirtual()
                .start(() -> readers.purposes.as(Purpose.OWNER, () -> {
                    readers.jdbc
                            .sql(
                                    "select 1 from marketing.delivery where campaign_id = :id and person_id = :ada for update")
                            .param("id", id)
                            .param("ada", ada.value())
                            .query()
                            .listOfRows();
                    held.countDown();
                    wait(over);
                    return true;
                }));
        held.await();
        int skipped = readers.purposes.as(Purpose.MARKETING, () -> {
            readers.jdbc
                    .sql("select set_config('lock_timeout', '2s', true)")
                    .query()
                    .listOfRows();
            return deliveries.skipHidden(id);
        });
        boolean done = readers.purposes.as(Purpose.MARKETING, () -> deliveries.isDone(id));
        over.countDown();
        other.join();
        assertThat(skipped).isOne();
        assertThat(done).as("who could not be skipped waits").isFalse();
        int later = readers.purposes.as(Purpose.MARKETING, () -> deliveries.skipHidden(id));
        assertThat(later).isOne();
        done = readers.purposes.as(Purpose.MARKETING, () -> deliveries.isDone(id));
        assertThat(done).isTrue();
    }

    @Test
    @Policy("P10")
    void of_a_domain_that_is_kept_to_a_pace_each_message_is_put_off_once_and_not_all_of_them_each_minute() {
        var pool = pools.make(new Pool.Wish("Paced", 1, 0, 2), Readers.JENNY);
        pools.addServer(pool, new Pool.Access("127.0.0.1", first.port(), null), null, Readers.JENNY);
        var id = sent(firm("Tahditettu Oy", "tahditettu", 9), pool);

        leave();
        var before = versions(id);
        for (int minute = 2; minute <= 4; minute++) {
            readers.clock.advance(Duration.ofSeconds(61));
            leave();
            assertThat(first.taken()).hasSize(2 * minute);
        }
        var after = versions(id);
        after.retainAll(before);
        assertThat(after).as("the one whose turn has not come was not touched").hasSize(1);
        readers.clock.advance(Duration.ofSeconds(61));
        leave();
        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.SENT);
    }

    @Test
    void another_reason_stands_since_it_is_one_and_the_same_since_it_was_first_told() {
        var id = sent(firm("Syy Oy", "syy", 1), pool("Reasons", first.port()));
        var began = readers.clock.instant();
        assertThat(told(id, "resting")).isEqualTo(began);
        readers.clock.advance(Duration.ofMinutes(3));
        assertThat(told(id, "resting")).isEqualTo(began);
        assertThat(told(id, "unreachable")).isEqualTo(readers.clock.instant());
    }

    private java.time.Instant told(UUID campaign, String code) {
        return readers.purposes.as(Purpose.MARKETING, () -> {
            halts.halt(campaign, code, null);
            return halts.of(campaign).orElseThrow().since();
        });
    }

    /** Each waiting row with the transaction that wrote it last. */
    private java.util.Set<String> versions(UUID campaign) {
        return new java.util.HashSet<>(readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc
                        .sql(
                                "select delivery_id || ' ' || xmin::text from marketing.delivery where campaign_id = :id and state = 'waiting'")
                        .param("id", campaign)
                        .query(String.class)
                        .list()));
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID pool(String name, int... ports) {
        var id = pools.make(new Pool.Wish(name, 2, 0, 0), Readers.JENNY);
        for (int port : ports) {
            pools.addServer(id, new Pool.Access("127.0.0.1", port, null), null, Readers.JENNY);
        }
        return id;
    }

    private UUID sent(OrganisationId firm, UUID pool) {
        var domain = "h" + pool.toString().substring(24) + ".halytin.example";
        var sender = senders.make(
                new Sender.Wish(
                        new Sender.Face("Halytin", "news@" + domain, null),
                        new Sender.Domain(domain, "s1", "back@" + domain, null),
                        pool),
                null,
                Readers.JENNY);
        senders.recordsOf(senders.get(sender)).forEach(record -> Zone.says(record.name(), record.value()));
        senders.look(sender);
        var id = readers.campaign(firm, new Campaign.Sender("", null, sender));
        marketing.send(id, Readers.JENNY);
        return id;
    }

    private void leave() {
        for (int i = 0; i < 3; i++) {
            sending.run();
            readers.clock.advance(Duration.ofMillis(10));
        }
    }

    private OrganisationId firm(String name, String domain, int size) {
        var firm = readers.firm(name);
        for (int i = 0; i < size; i++) {
            readers.met(firm, "Reader " + i, "reader" + i + "@" + domain + ".example", "fi");
        }
        return firm;
    }

    private Visit visit(Role role) throws Exception {
        var email = "visitor" + visits++ + ".halts@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Jenny Sandberg", email, "en", "Europe/Helsinki"),
                role.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }
}

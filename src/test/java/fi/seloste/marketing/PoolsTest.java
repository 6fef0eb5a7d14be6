package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.Zone;
import fi.seloste.base.Problem;
import fi.seloste.marketing.MoodyServer.Mood;
import fi.seloste.senders.Pool;
import fi.seloste.senders.Pools;
import fi.seloste.senders.Sender;
import fi.seloste.senders.Senders;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Mail servers of every mood, and a pool that loses nobody to any of them. */
@MarketingTest
@TestPropertySource(properties = "seloste.senders.patience=2s")
class PoolsTest {

    @Autowired
    Readers readers;

    @Autowired
    Marketing marketing;

    @Autowired
    Sending sending;

    @Autowired
    Senders senders;

    @Autowired
    Pools pools;

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
    void a_domain_that_takes_nothing_just_now_waits_longer_each_time_and_all_others_go_on() {
        first.mood = to -> to.endsWith("@kiireinen.example") ? Mood.PUTS_OFF : Mood.TAKES;
        var firm = readers.firm("Kiireinen Oy");
        for (int i = 0; i < 30; i++) {
            readers.met(
                    firm,
                    "Reader " + i,
                    "reader" + i + (i % 2 == 0 ? "@kiireinen.example" : "@muu%d.example".formatted(i)),
                    "fi");
        }
        var pool = pool(new Pool.Wish("One", 1, 0, 0), first.port());
        var id = sent(firm, pool);

        leave();
        assertThat(first.taken()).hasSize(15).allMatch(to -> to.contains("@muu"));
        assertThat(first.asked().stream().filter(to -> to.endsWith("@kiireinen.example")))
                .as("it was asked once and then left alone")
                .hasSize(1);
        assertThat(pools.get(pool).pauses()).singleElement().satisfies(pause -> {
            assertThat(pause.domain()).isEqualTo("kiireinen.example");
            assertThat(pause.until()).isEqualTo(readers.clock.instant().plus(Duration.ofMinutes(1)));
        });
        assertThat(marketing.report(id).numbers().waiting()).isEqualTo(15);

        readers.clock.advance(Duration.ofSeconds(130));
        leave();
        assertThat(pools.get(pool).pauses().getFirst().strikes()).isEqualTo(2);
        assertThat(pools.get(pool).pauses().getFirst().until())
                .isEqualTo(readers.clock.instant().plus(Duration.ofMinutes(2)));

        first.mood = to -> Mood.TAKES;
        readers.clock.advance(Duration.ofMinutes(10));
        leave();
        assertThat(first.taken()).hasSize(30).doesNotHaveDuplicates();
        assertThat(pools.get(pool).pauses()).as("forgiven").isEmpty();
        assertThat(marketing.report(id).numbers().sent()).isEqualTo(30);
        assertThat(marketing.report(id).numbers().failed()).isZero();
    }

    @Test
    @Policy({"P9", "M7"})
    void what_one_line_has_in_hand_leaves_once_though_another_hears_that_its_domain_waits_and_the_wait_ends() {
        var firm = readers.firm("Kaksoislinja Oy");
        readers.purposes.as(Purpose.CUSTOMER, () -> {
            for (int i = 0; i < 16; i++) {
                var domain = i == 7 ? "@muu.example" : "@kaksoislinja.example";
                readers.met(firm, "Reader " + i, "r%02d%s".formatted(i, domain), "fi");
            }
        });
        var pool = pool(new Pool.Wish("Twofold", 2, 0, 0), first.port());
        var id = sent(firm, pool);
        inTheOrderOfTheirAddresses(id);
        var bothHave = new CountDownLatch(2);
        var again = new CountDownLatch(1);
        first.mood = to -> {
            int number = Integer.parseInt(to.substring(1, 3));
            if (number == 0 && bothHave.getCount() > 0) {
                bothHave.countDown();
                await(bothHave);
                return Mood.PUTS_OFF;
            }
            if (number == 8 && bothHave.getCount() > 0) {
                bothHave.countDown();
                await(bothHave);
                await(again);
            } else if (number == 7) {
                readers.clock.advance(Duration.ofMinutes(2));
            } else if (number > 8) {
                again.countDown();
            }
            return Mood.TAKES;
        };

        leave();
        readers.clock.advance(Duration.ofMinutes(10));
        leave();

        assertThat(first.taken()).hasSize(16).doesNotHaveDuplicates();
        assertThat(marketing.report(id).numbers().sent()).isEqualTo(16);
    }

    private void inTheOrderOfTheirAddresses(UUID campaign) {
        readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc
                        .sql(
                                "update marketing.delivery set next_at = next_at - interval '1 minute' + substring(address from 2 for 2)::int * interval '1 ms' where campaign_id = :id")
                        .param("id", campaign)
                        .update());
    }

    /** For as long as the line has patience. */
    private static void await(CountDownLatch latch) {
        try {
            boolean ignored = latch.await(1_200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Policy({"P9", "M7"})
    void what_a_server_took_is_known_though_what_it_said_of_a_domain_cannot_be_noted() {
        first.mood = to -> to.startsWith("r05@") ? Mood.PUTS_OFF : Mood.TAKES;
        var firm = readers.firm("Muistiinpano Oy");
        for (int i = 0; i < 6; i++) {
            readers.met(firm, "Reader " + i, "r0%d@muistiinpano.example".formatted(i), "fi");
        }
        var pool = pool(new Pool.Wish("Forgetful", 1, 0, 0), first.port());
        var id = sent(firm, pool);
        inTheOrderOfTheirAddresses(id);
        owner("""
                create function senders.breaks() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
                create trigger breaks before insert on senders.pause for each row execute function senders.breaks()""");
        try {
            leave();
        } finally {
            owner("drop function senders.breaks cascade");
        }
        assertThat(marketing.report(id).numbers().sent()).isEqualTo(5);
        assertThat(marketing.report(id).numbers().uncertain()).isZero();

        first.mood = to -> Mood.TAKES;
        readers.clock.advance(Duration.ofMinutes(10));
        leave();
        assertThat(first.taken()).hasSize(6).doesNotHaveDuplicates();
    }

    private void owner(String sql) {
        readers.purposes.as(Purpose.OWNER, () -> readers.jdbc.sql(sql).update());
    }

    @Test
    void many_who_get_nothing_are_skipped_a_batch_at_a_time_and_not_all_in_one_transaction() {
        var firm = crowd("Ohipolku Oy", "ohipolku", 60);
        var id = sent(firm, pool(new Pool.Wish("Skipping", 1, 0, 0), first.port()));
        owner("delete from register.contact_point where value like '%@ohipolku.example'");

        leave();

        assertThat(marketing.report(id).skipped()).containsExactly(new Excluded("no-address", 60));
        assertThat(readers.purposes.as(
                        Purpose.OWNER,
                        () -> readers.jdbc
                                .sql(
                                        "select count(distinct xmin::text) from marketing.delivery where campaign_id = :id")
                                .param("id", id)
                                .query(Integer.class)
                                .single()))
                .as("transactions")
                .isGreaterThan(2);
    }

    @Test
    @Policy({"P9", "M7"})
    void a_server_that_thinks_long_about_a_message_that_it_has_is_waited_for_and_gets_it_once() {
        first.mood = to -> Mood.THINKS;
        var firm = crowd("Mietintä Oy", "mietinta", 2);
        var id = sent(firm, pool(new Pool.Wish("Thinking", 1, 0, 0), first.port()));

        leave();

        assertThat(first.taken()).hasSize(2).doesNotHaveDuplicates();
        assertThat(marketing.report(id).numbers().sent()).isEqualTo(2);
        assertThat(marketing.report(id).numbers().uncertain()).isZero();
    }

    @Test
    @Policy("P9")
    void a_server_that_does_not_answer_is_left_alone_and_the_other_takes_all() {
        first.silentAtTheDoor = true;
        var firm = crowd("Hiljainen Oy", "hiljainen", 6);
        var pool = pool(new Pool.Wish("Two", 1, 0, 0), first.port(), second.port());
        var id = sent(firm, pool);

        leave();

        assertThat(second.taken()).hasSize(6).doesNotHaveDuplicates();
        assertThat(marketing.report(id).numbers().sent()).isEqualTo(6);
        var ill = pools.get(pool).servers().getFirst();
        assertThat(ill.failures()).isOne();
        assertThat(ill.restsUntil()).isEqualTo(readers.clock.instant().plus(Duration.ofMinutes(1)));
        first.silentAtTheDoor = false;
        readers.clock.advance(Duration.ofMinutes(2));
        pools.tryOut(pool);
        assertThat(pools.get(pool).servers()).allMatch(server -> server.failures() == 0);
    }

    @Test
    @Policy("P9")
    void a_server_that_hangs_up_in_the_middle_or_goes_away_loses_nobody() {
        for (var mood : List.of(Mood.HANGS_UP, Mood.GOES_AWAY, Mood.SAYS_NOTHING)) {
            first.mood = to -> mood;
            var word = mood.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            var firm = crowd(word + " Oy", word, 3);
            var pool = pool(new Pool.Wish(word, 1, 0, 0), first.port(), second.port());
            var id = sent(firm, pool);
            for (int i = 0; i < 12 && marketing.get(id).state() == Campaign.State.SENDING; i++) {
                leave();
                readers.clock.advance(Duration.ofMinutes(1));
            }

            assertThat(second.taken().stream().filter(to -> to.endsWith("@" + word + ".example")))
                    .as(word)
                    .hasSize(3)
                    .doesNotHaveDuplicates();
            assertThat(marketing.report(id).numbers().sent()).isEqualTo(3);
            assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.SENT);
            assertThat(pools.get(pool).servers().getFirst().failures()).as(word).isPositive();
        }
    }

    @Test
    @Policy("P9")
    void where_every_server_rests_the_campaign_waits_and_goes_on_by_itself() throws Exception {
        int port = first.port();
        first.close();
        var firm = crowd("Lepo Oy", "lepo", 4);
        var pool = pool(new Pool.Wish("Resting", 2, 0, 0), port);
        var id = sent(firm, pool);
        leave();
        leave();
        assertThat(marketing.report(id).numbers().waiting()).isEqualTo(4);
        assertThat(marketing.report(id).numbers().uncertain()).isZero();
        assertThat(pools.get(pool).servers().getFirst().failures())
                .as("not asked again at once")
                .isLessThan(3);

        pools.addServer(pool, new Pool.Access("127.0.0.1", second.port(), null), null, Readers.JENNY);
        leave();
        assertThat(second.taken()).hasSize(4);
    }

    @Test
    @Policy("P10")
    void the_pace_of_the_pool_and_of_each_domain_is_held_by_the_minute_and_across_a_restart() {
        var firm = crowd("Tahti Oy", "tahti", 5);
        readers.met(firm, "Other 1", "one@muu.example", "fi");
        readers.met(firm, "Other 2", "two@muu.example", "fi");
        var pool = pool(new Pool.Wish("Slow", 1, 4, 2), first.port());
        var id = sent(firm, pool);

        leave();
        leave();
        assertThat(first.taken()).hasSize(4);
        assertThat(first.taken().stream().filter(to -> to.endsWith("@tahti.example")))
                .hasSize(2);

        readers.clock.advance(Duration.ofSeconds(61));
        leave();
        assertThat(first.taken()).hasSize(6);
        readers.clock.advance(Duration.ofSeconds(61));
        leave();
        assertThat(first.taken()).hasSize(7).doesNotHaveDuplicates();
        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.SENT);
        assertThat(readers.purposes.as(
                        Purpose.OWNER,
                        () -> readers.jdbc
                                .sql("select sum(messages) from senders.minute where pool_id = :pool and domain = ''")
                                .param("pool", pool)
                                .query(Integer.class)
                                .single()))
                .as("what was counted is kept, so another process counts on")
                .isEqualTo(7);
    }

    @Test
    void a_server_that_refuses_everybody_pauses_the_campaign_and_not_the_others() {
        first.mood = to -> Mood.REFUSES;
        var refused = sent(crowd("Kielto Oy", "kielto", 40), pool(new Pool.Wish("Refusing", 1, 0, 0), first.port()));
        var taken = sent(crowd("Salli Oy", "salli", 5), pool(new Pool.Wish("Taking", 1, 0, 0), second.port()));

        leave();

        assertThat(marketing.get(refused).state()).isEqualTo(Campaign.State.PAUSED);
        assertThat(marketing.report(refused).numbers().failed()).isLessThan(40);
        assertThat(marketing.get(taken).state()).isEqualTo(Campaign.State.SENT);
        assertThat(second.taken()).hasSize(5);
    }

    @Test
    @Policy("P5")
    void an_address_that_the_server_knows_not_to_be_there_is_marked_without_waiting_for_a_bounce() {
        first.mood = to ->
                to.startsWith("reader0@") ? Mood.KNOWS_NOBODY : to.startsWith("reader1@") ? Mood.REFUSES : Mood.TAKES;
        var firm = crowd("Lähtö Oy", "lahto", 3);
        var id = sent(firm, pool(new Pool.Wish("Knowing", 1, 0, 0), first.port()));

        leave();

        var report = marketing.report(id);
        assertThat(report.bounced()).containsExactly(new Excluded("hard", 1));
        assertThat(report.failed()).containsExactly(new Excluded("refused", 1));
        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.SENT);
        assertThat(marketing.look(readers.campaign(firm)).reach().excluded())
                .containsExactly(new Excluded("no-address", 1));
    }

    @Test
    @Policy("P3")
    void a_password_lies_sealed_and_what_does_not_fit_is_refused() {
        var pool = pool(new Pool.Wish("Sealed", 1, 0, 0), first.port());
        pools.addServer(pool, new Pool.Access("smtp.provider.example", 587, "halytin"), "s3cret-word", Readers.JENNY);
        assertThat(readers.purposes.as(
                        Purpose.OWNER,
                        () -> readers.jdbc
                                .sql(
                                        "select encode(sealed_password, 'escape') from senders.server where login = 'halytin'")
                                .query(String.class)
                                .single()))
                .isNotEmpty()
                .doesNotContain("s3cret");

        assertThatThrownBy(() -> new Pool.Wish("x", 0, 0, 0)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new Pool.Wish("x", 1, -1, 0)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new Pool.Wish(" ", 1, 0, 0)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new Pool.Access("a b", 25, null)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new Pool.Access("a", 0, null)).isInstanceOf(Problem.Invalid.class);
        sent(crowd("Käyttö Oy", "kaytto", 1), pool);
        assertThatThrownBy(() -> pools.remove(pool, Readers.JENNY)).isInstanceOf(Problem.Conflict.class);
    }

    private UUID pool(Pool.Wish wish, int... ports) {
        var id = pools.make(wish, Readers.JENNY);
        for (int port : ports) {
            pools.addServer(id, new Pool.Access("127.0.0.1", port, null), null, Readers.JENNY);
        }
        return id;
    }

    private UUID sent(fi.seloste.base.OrganisationId firm, UUID pool) {
        var domain = "p" + pool.toString().substring(24) + ".halytin.example";
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
        }
    }

    private fi.seloste.base.OrganisationId crowd(String name, String domain, int size) {
        var firm = readers.firm(name);
        for (int i = 0; i < size; i++) {
            readers.met(firm, "Reader " + i, "reader" + i + "@" + domain + ".example", "fi");
        }
        return firm;
    }
}

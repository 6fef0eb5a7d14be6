package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

/** Several who come at the same moment share a transaction, and nobody pays for another. */
@DatabaseTest
class FerryTest {

    @Autowired
    Purposes purposes;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private final List<List<Integer>> crossings = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whoever_is_alone_goes_at_once_and_alone() {
        var ferry = new Ferry<Integer, String>(purposes, Purpose.TECHNICAL, this::transactions);

        assertThat(ferry.take(1)).isNotEqualTo(ferry.take(2));
        assertThat(crossings).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void those_who_come_while_one_is_under_way_go_together_in_the_order_in_which_they_came() throws Exception {
        var held = new Held();
        var ferry = new Ferry<Integer, String>(purposes, Purpose.TECHNICAL, all -> {
            held.waitAtFirst();
            return transactions(all);
        });

        var became = held.everybody(ferry, 251);

        assertThat(crossings.stream().flatMap(List::stream)).containsExactlyElementsOf(numbers(251));
        assertThat(crossings).hasSize(4).allSatisfy(some -> assertThat(some).hasSizeLessThanOrEqualTo(100));
        assertThat(new HashSet<>(became.values())).hasSize(4);
        assertThat(became.get(1)).isEqualTo(became.get(100)).isNotEqualTo(became.get(0));
    }

    @Test
    void a_bad_neighbour_fails_alone_and_what_the_others_brought_is_kept_once() throws Exception {
        purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("create table public.brought (number integer)").update());
        var held = new Held();
        var ferry = new Ferry<Integer, String>(purposes, Purpose.OWNER, all -> {
            held.waitAtFirst();
            all.forEach(this::bring);
            return all.stream().map(String::valueOf).toList();
        });

        var became = held.everybody(ferry, 60);

        assertThat(became.get(7)).contains("test.unwelcome");
        assertThat(became.get(33)).contains("division by zero");
        assertThat(became).hasSize(60).containsEntry(8, "8").containsEntry(59, "59");
        assertThat(purposes.as(
                        Purpose.OWNER,
                        () -> jdbc.sql("select number from public.brought order by number")
                                .query(Integer.class)
                                .list()))
                .containsExactlyElementsOf(
                        numbers(60).stream().filter(n -> n != 7 && n != 33).toList());
    }

    @Test
    void after_an_error_everybody_of_its_crossing_is_told_and_the_others_go_on() throws Exception {
        var held = new Held();
        var ferry = new Ferry<Integer, String>(purposes, Purpose.TECHNICAL, all -> {
            held.waitAtFirst();
            crossings.add(List.copyOf(all));
            if (crossings.size() == 2) {
                throw new AssertionError("the second call");
            }
            return all.stream().map(String::valueOf).toList();
        });

        var became = held.everybody(ferry, 151);

        assertThat(became).hasSize(151).containsEntry(0, "0").containsEntry(101, "101");
        assertThat(became.get(1)).isEqualTo(became.get(100)).contains("the second call");
        assertThat(crossings).hasSize(3);
    }

    @Test
    void an_error_while_it_is_tried_by_halves_reaches_the_half_that_was_still_to_come() throws Exception {
        var held = new Held();
        var ferry = new Ferry<Integer, String>(purposes, Purpose.TECHNICAL, all -> {
            held.waitAtFirst();
            crossings.add(List.copyOf(all));
            if (crossings.size() == 2) {
                throw Problem.conflict("test.unwelcome");
            }
            if (crossings.size() == 4) {
                throw new AssertionError("the second half");
            }
            return all.stream().map(String::valueOf).toList();
        });

        var became = held.everybody(ferry, 9);

        assertThat(crossings.subList(1, 3)).containsExactly(List.of(1, 2, 3, 4, 5, 6, 7, 8), List.of(1, 2, 3, 4));
        assertThat(became).hasSize(9).containsEntry(0, "0").containsEntry(4, "4");
        assertThat(became.get(5)).isEqualTo(became.get(8)).contains("the second half");
        assertThat(ferry.take(9)).isEqualTo("9");
    }

    @Test
    void an_error_of_whoever_came_first_keeps_nobody_who_came_meanwhile() throws Exception {
        var held = new Held();
        var ferry = new Ferry<Integer, String>(purposes, Purpose.TECHNICAL, all -> {
            held.waitAtFirst();
            if (all.contains(0)) {
                throw new AssertionError("the first call");
            }
            return all.stream().map(String::valueOf).toList();
        });

        assertThat(held.everybody(ferry, 3))
                .containsEntry(0, "the first call")
                .containsEntry(1, "1")
                .containsEntry(2, "2");
    }

    @Test
    void whoever_comes_while_too_many_wait_is_told_to_come_again_and_those_who_wait_are_taken() throws Exception {
        var held = new Held();
        var ferry = new Ferry<Integer, String>(
                purposes,
                Purpose.TECHNICAL,
                all -> {
                    held.waitAtFirst();
                    return all.stream().map(String::valueOf).toList();
                },
                3);

        var became = held.everybody(
                ferry,
                4,
                () -> assertThatThrownBy(() -> ferry.take(4))
                        .isInstanceOfSatisfying(
                                ResponseStatusException.class,
                                refused ->
                                        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS)));

        assertThat(became).hasSize(4).containsEntry(0, "0").containsEntry(3, "3");
        assertThat(ferry.take(5)).isEqualTo("5");
    }

    @Test
    void inside_work_that_runs_already_it_is_a_part_of_that() {
        var ferry = new Ferry<Integer, String>(purposes, Purpose.TECHNICAL, this::transactions);

        purposes.as(Purpose.TECHNICAL, () -> {
            assertThat(ferry.take(1)).isEqualTo(ferry.take(2)).isEqualTo(transaction());
        });
        assertThatThrownBy(() -> purposes.as(Purpose.MARKETING, () -> ferry.take(3)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_one_does_as_a_person_is_not_done_as_that_person_by_the_next() {
        var ferry = Ferry.<String>ofPieces(purposes, Purpose.SUBJECT);
        var ada = PersonId.next();
        var boris = PersonId.next();

        purposes.as(Purpose.SUBJECT, () -> {
            assertThat(ferry.take(() -> purposes.asSubject(ada, this::subject))).isEqualTo(ada.toString());
            assertThat(ferry.take(this::subject)).isEmpty();
            assertThatThrownBy(() -> ferry.take(() -> purposes.asSubject(ada, () -> {
                        throw Problem.conflict("test.unwelcome");
                    })))
                    .isInstanceOf(Problem.Conflict.class);
            assertThat(ferry.take(this::subject)).isEmpty();
        });
        assertThat(purposes.asSubject(
                        ada, () -> List.of(subject(), purposes.asSubject(boris, this::subject), subject())))
                .containsExactly(ada.toString(), boris.toString(), ada.toString());
    }

    private String subject() {
        return jdbc.sql("select coalesce(current_setting('seloste.subject', true), '')")
                .query(String.class)
                .single();
    }

    @Test
    void who_goes_on_after_an_error_of_the_database_is_taken_back_alone() throws Exception {
        bringsToNobodyElse("after_error", number -> {
            try {
                jdbc.sql("select 1 / (:number - 8)")
                        .param("number", number)
                        .query(Integer.class)
                        .single();
            } catch (DataAccessException e) {
                // as careless work does
            }
        });
    }

    @Test
    void so_is_who_lets_the_transaction_be_taken_back_without_saying_so() throws Exception {
        var within = new TransactionTemplate(transactions);
        bringsToNobodyElse(
                "after_rollback",
                number -> within.executeWithoutResult(status -> {
                    if (number == 8) {
                        status.setRollbackOnly();
                    }
                }));
    }

    /** The eighth does what spoils a transaction: it is told so, and what the others brought is there. */
    private void bringsToNobodyElse(String table, IntConsumer spoiling) throws InterruptedException {
        purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("create table public.%s (number integer)".formatted(table))
                        .update());
        var held = new Held();
        var ferry = new Ferry<Integer, String>(purposes, Purpose.OWNER, all -> {
            held.waitAtFirst();
            for (int number : all) {
                jdbc.sql("insert into public.%s (number) values (:number)".formatted(table))
                        .param("number", number)
                        .update();
                spoiling.accept(number);
            }
            return all.stream().map(String::valueOf).toList();
        });

        var became = held.everybody(ferry, 9);

        assertThat(became)
                .hasSize(9)
                .containsEntry(0, "0")
                .containsEntry(7, "7")
                .doesNotContainEntry(8, "8");
        assertThat(purposes.as(
                        Purpose.OWNER,
                        () -> jdbc.sql("select number from public.%s order by number".formatted(table))
                                .query(Integer.class)
                                .list()))
                .containsExactlyElementsOf(numbers(8));
    }

    @Test
    void nobody_rows_for_others_after_having_landed() throws Exception {
        var rowed = Collections.synchronizedList(new ArrayList<String>());
        var ferry = new Ferry<Integer, String>(purposes, Purpose.TECHNICAL, all -> {
            var rower = Thread.currentThread();
            if (!rower.isVirtual() && !all.contains(Integer.valueOf(rower.getName()))) {
                rowed.add(rower.getName() + " for " + all);
            }
            if (all.contains(7)) {
                throw Problem.conflict("test.unwelcome");
            }
            return all.stream().map(String::valueOf).toList();
        });
        var threads = new ArrayList<Thread>();
        for (var number : numbers(8)) {
            threads.add(Thread.ofPlatform().name(String.valueOf(number)).start(() -> {
                for (int round = 0; round < 60; round++) {
                    crossings.add(
                            List.of(Integer.parseInt(Held.told(ferry, number).replaceAll("\\D+", "0"))));
                }
            }));
        }
        for (var thread : threads) {
            assertThat(thread.join(Duration.ofMinutes(1))).isTrue();
        }

        assertThat(crossings).as("everybody was told each time").hasSize(8 * 60);
        assertThat(rowed).isEmpty();
    }

    private void bring(int number) {
        jdbc.sql("insert into public.brought (number) values (:number)")
                .param("number", number)
                .update();
        if (number == 7) {
            throw Problem.conflict("test.unwelcome");
        }
        jdbc.sql("select 1 / (:number - 33)")
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    private List<String> transactions(List<Integer> all) {
        crossings.add(List.copyOf(all));
        return all.stream().map(one -> transaction()).toList();
    }

    private String transaction() {
        return jdbc.sql("select pg_current_xact_id()::text").query(String.class).single();
    }

    private static List<Integer> numbers(int many) {
        return IntStream.range(0, many).boxed().toList();
    }

    /** Keeps the first crossing from its end until everybody else stands in line. */
    private static final class Held {

        private static final Duration PATIENCE = Duration.ofMinutes(1);

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch may = new CountDownLatch(1);

        void waitAtFirst() {
            begun.countDown();
            try {
                may.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** What each was told, or why it failed. */
        Map<Integer, String> everybody(Ferry<Integer, String> ferry, int many) throws InterruptedException {
            return everybody(ferry, many, () -> {});
        }

        Map<Integer, String> everybody(Ferry<Integer, String> ferry, int many, Runnable meanwhile)
                throws InterruptedException {
            var became = new ConcurrentHashMap<Integer, String>();
            var threads = new ArrayList<Thread>();
            for (var number : numbers(many)) {
                var thread = Thread.ofPlatform().start(() -> became.put(number, told(ferry, number)));
                threads.add(thread);
                if (number == 0) {
                    begun.await();
                } else {
                    awaitWaiting(thread);
                }
            }
            meanwhile.run();
            may.countDown();
            for (var thread : threads) {
                assertThat(thread.join(PATIENCE)).as("nobody waits for ever").isTrue();
            }
            return became;
        }

        private static void awaitWaiting(Thread thread) throws InterruptedException {
            while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
        }

        private static String told(Ferry<Integer, String> ferry, int number) {
            try {
                return ferry.take(number);
            } catch (RuntimeException | AssertionError e) {
                return String.valueOf(e.getMessage());
            }
        }
    }
}

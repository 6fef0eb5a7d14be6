package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work that was asked for is done, if not at once; why it was not is told without anybody's data. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class WorkshopTest {

    private static final String JOB = "failing-once";

    @Autowired
    Database database;

    @Autowired
    Jobs jobs;

    @Autowired
    Doings doings;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void work_that_fails_is_tried_again_soon_and_the_log_quotes_nobody(CapturedOutput log) throws InterruptedException {
        var tries = new AtomicInteger();
        var workshop = new Workshop(database, List.of(failingOnce(tries)), List.of(), doings, clock);
        purposes.as(Purpose.CUSTOMER, () -> jobs.later(JOB, "1"));
        atOnce();
        workshop.open();
        try {
            until(() -> failures() == 1);
            assertThat(log.getOut()).contains(JOB + " failed, the 1. time", "IllegalStateException", "WorkshopTest");
            assertThat(log.getAll()).doesNotContain("ada.koskinen");
            assertThat(pause()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));

            atOnce();
            until(() -> failures() == 0 && tries.get() == 2);
        } finally {
            workshop.close();
        }
    }

    @Test
    void work_that_is_asked_for_again_while_it_runs_is_done_once_more_and_not_beside_itself()
            throws InterruptedException {
        var runs = new AtomicInteger();
        var beside = new AtomicInteger();
        var most = new AtomicInteger();
        var workshop = new Workshop(
                database,
                List.of(job("asked-again", () -> {
                    most.accumulateAndGet(beside.incrementAndGet(), Math::max);
                    if (runs.incrementAndGet() == 1) {
                        purposes.as(Purpose.CUSTOMER, () -> jobs.later("asked-again", "1"));
                        sleep();
                    }
                    beside.decrementAndGet();
                })),
                List.of(),
                doings,
                clock);
        purposes.as(Purpose.CUSTOMER, () -> jobs.later("asked-again", "1"));
        purposes.as(Purpose.CUSTOMER, () -> jobs.later("asked-again", "1"));
        workshop.open();
        try {
            until(() -> waiting("asked-again") == 0);
            assertThat(runs).hasValue(2);
            assertThat(most).hasValue(1);
        } finally {
            workshop.close();
        }
    }

    @Test
    void a_round_that_lasts_is_told_that_the_house_closes_and_comes_to_its_own_end() throws InterruptedException {
        var round = new Lasting();
        var workshop = new Workshop(database, List.of(), List.of(round), doings, clock);
        workshop.open();
        try {
            until(() -> round.state.get().equals("at work"));
        } finally {
            workshop.close();
        }
        assertThat(round.state).hasValue("ended");
    }

    /** Goes on until it is told, or is cut off. */
    private static final class Lasting implements Recurring {

        private final AtomicReference<String> state = new AtomicReference<>("not begun");
        private final CountDownLatch told = new CountDownLatch(1);

        @Override
        public String name() {
            return "lasting";
        }

        @Override
        public Duration every() {
            return Duration.ofDays(1);
        }

        @Override
        public void run() {
            state.set("at work");
            try {
                told.await();
                state.set("ended");
            } catch (InterruptedException e) {
                state.set("cut off");
            }
        }

        @Override
        public void breakOff() {
            told.countDown();
        }
    }

    /** Longer than the scheduler takes to look for work. */
    private static void sleep() {
        try {
            Thread.sleep(1_500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int waiting(String job) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from store.scheduled_tasks where task_name = :job")
                        .param("job", job)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void an_outage_of_a_night_is_over_within_five_minutes_of_its_end() {
        assertThat(IntStream.range(0, 100).mapToObj(Again::pauseAfter))
                .startsWith(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40))
                .allMatch(pause -> pause.compareTo(Duration.ofMinutes(5)) <= 0)
                .endsWith(Duration.ofMinutes(5));
    }

    private static Job failingOnce(AtomicInteger tries) {
        return job(JOB, () -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("Key (email)=(ada.koskinen@jokivoima.example) already exists.");
            }
        });
    }

    private static Job job(String name, Runnable work) {
        return new Job() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void run(String instance) {
                work.run();
            }
        };
    }

    private void atOnce() {
        purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("update store.scheduled_tasks set execution_time = :then where task_name = :job")
                        .param("then", Sql.at(Instant.EPOCH))
                        .param("job", JOB)
                        .update());
    }

    private int failures() {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql(
                                "select coalesce(sum(consecutive_failures), 0) from store.scheduled_tasks where task_name = :job")
                        .param("job", JOB)
                        .query(Integer.class)
                        .single());
    }

    /** From the failure to the next try, by the row itself: a busy machine makes neither longer. */
    private Duration pause() {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select execution_time, last_failure from store.scheduled_tasks where task_name = :job")
                        .param("job", JOB)
                        .query((row, n) -> Duration.between(
                                row.getObject("last_failure", OffsetDateTime.class),
                                row.getObject("execution_time", OffsetDateTime.class)))
                        .single());
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 1_200 && !holds.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }
}

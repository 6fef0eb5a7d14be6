package fi.seloste;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.base.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/** Four who come to a door at the same moment; the third with a stamp that was spent before. */
public final class Crowd {

    private static final int MANY = 4;
    private static final int LATE = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AtomicIntegerArray looks = new AtomicIntegerArray(MANY);
    private final List<Integer> refused = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch inLine = new CountDownLatch(1);

    private Crowd() {}

    /** How one of them asks. */
    public interface Door {
        void ask(int who, Runnable stamp);
    }

    /** How often each one's stamp was looked at: once, unless one was done again because of another. */
    public static List<Integer> looksAtStamps(Door door) throws InterruptedException {
        var crowd = new Crowd();
        crowd.come(door);
        assertThat(crowd.refused).as("whoever came with a spent stamp").containsExactly(LATE);
        return IntStream.range(0, MANY).mapToObj(crowd.looks::get).toList();
    }

    /** The first stays under way until the others stand in line. */
    private void come(Door door) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < MANY; i++) {
            int who = i;
            var thread = Thread.ofPlatform().start(() -> asks(door, who));
            threads.add(thread);
            if (who == 0) {
                begun.await();
            } else {
                while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
                    Thread.sleep(1);
                }
            }
        }
        inLine.countDown();
        for (var thread : threads) {
            assertThat(thread.join(PATIENCE)).isTrue();
        }
    }

    private void asks(Door door, int who) {
        try {
            door.ask(who, () -> stamp(who));
        } catch (Problem.Invalid e) {
            refused.add(who);
        }
    }

    private void stamp(int who) {
        looks.incrementAndGet(who);
        if (who == 0) {
            begun.countDown();
            try {
                inLine.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (who == LATE) {
            throw Problem.invalid("guard", "guard.spent");
        }
    }
}

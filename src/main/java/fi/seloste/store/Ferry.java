package fi.seloste.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.web.server.ResponseStatusException;

/**
 * Takes what several bring at the same time over in one transaction: each waits for its commit, and a commit costs the same for one as for a hundred. Whoever
 * comes while none is under way goes at once and alone, so somebody who is alone waits for nobody. What fails is tried again by halves until it stands alone: a
 * bad neighbour fails by itself.
 */
public final class Ferry<T, R extends @Nullable Object> {

    private static final int MOST = 100;
    /** Twenty crossings: who comes beyond would wait for longer than people wait for a page. */
    private static final int MOST_WAITING = 2_000;

    private final Purposes purposes;
    private final Purpose purpose;
    private final Function<List<T>, List<R>> work;
    private final LinkedBlockingQueue<Place<T, R>> waiting;
    private final AtomicBoolean underWay = new AtomicBoolean();

    /** The work gets them in the order in which they came, and gives back what became of each in the same order. It may be called again for some of them. */
    public Ferry(Purposes purposes, Purpose purpose, Function<List<T>, List<R>> work) {
        this(purposes, purpose, work, MOST_WAITING);
    }

    Ferry(Purposes purposes, Purpose purpose, Function<List<T>, List<R>> work, int mostWaiting) {
        this.purposes = purposes;
        this.purpose = purpose;
        this.work = work;
        this.waiting = new LinkedBlockingQueue<>(mostWaiting);
    }

    /** For work that has nothing in common but the transaction: one piece after the other. */
    public static <R extends @Nullable Object> Ferry<Supplier<R>, R> ofPieces(Purposes purposes, Purpose purpose) {
        return new Ferry<>(
                purposes, purpose, pieces -> pieces.stream().map(Supplier::get).toList());
    }

    /**
     * What became of it, after the commit; whoever comes while too many wait is told to come again (429). Inside work that runs already it is a part of that, and
     * commits with it.
     */
    public R take(T one) {
        if (purposes.isRunning()) {
            return purposes.as(purpose, () -> work.apply(List.of(one))).getFirst();
        }
        var place = new Place<T, R>(one, new CompletableFuture<>());
        if (!waiting.offer(place)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        cross(place::hasLanded);
        return place.landed();
    }

    /** Who waits is taken over by whoever finds none under way; those who come meanwhile go next, and nobody rows for others after having landed. */
    private void cross(BooleanSupplier hasLanded) {
        if (waiting.isEmpty() || !underWay.compareAndSet(false, true)) {
            return;
        }
        if (hasLanded.getAsBoolean()) {
            moor();
            return;
        }
        var places = boarded();
        boolean again = false;
        try {
            again = !isCarried(places);
        } finally {
            if (again) {
                Thread.ofVirtual().start(() -> carryByHalves(places));
            } else {
                moor();
            }
        }
    }

    private void moor() {
        underWay.set(false);
        if (!waiting.isEmpty()) {
            Thread.ofVirtual().start(() -> cross(() -> false));
        }
    }

    private List<Place<T, R>> boarded() {
        var all = new ArrayList<Place<T, R>>();
        for (var one = waiting.poll(); one != null; one = all.size() < MOST ? waiting.poll() : null) {
            all.add(one);
        }
        return all;
    }

    /** False where they have to be tried again by halves; otherwise everybody of them is told. */
    private boolean isCarried(List<Place<T, R>> places) {
        if (places.isEmpty()) {
            return true;
        }
        try {
            land(places, purposes.apart(purpose, () -> done(places)));
            return true;
        } catch (RuntimeException e) {
            if (places.size() > 1 && !isOutage(e)) {
                return false;
            }
            places.forEach(place -> place.sink(e));
            return true;
        } catch (Error e) {
            places.forEach(place -> place.sink(e));
            throw e;
        }
    }

    private void carryByHalves(List<Place<T, R>> places) {
        try {
            halve(places);
        } catch (Error e) {
            places.forEach(place -> place.sink(e)); // whoever has landed already stays so
            throw e;
        } finally {
            moor();
        }
    }

    private void halve(List<Place<T, R>> places) {
        int half = places.size() / 2;
        for (var some : List.of(places.subList(0, half), places.subList(half, places.size()))) {
            if (!isCarried(some)) {
                halve(some);
            }
        }
    }

    private List<R> done(List<Place<T, R>> places) {
        var became = work.apply(places.stream().map(Place::one).toList());
        if (became.size() != places.size()) {
            throw new IllegalStateException(places.size() + " were brought and " + became.size() + " came out");
        }
        return became;
    }

    private static <T, R extends @Nullable Object> void land(List<Place<T, R>> places, List<R> became) {
        for (int i = 0; i < places.size(); i++) {
            var one = became.get(i);
            places.get(i).outcome().complete(() -> one);
        }
    }

    /** Nobody's own fault: each by itself would fail as well, and wait for it as long. Nor is it known whether a commit that broke was one. */
    private static boolean isOutage(RuntimeException e) {
        return e instanceof DataAccessResourceFailureException
                || (e instanceof TransactionException && !(e instanceof UnexpectedRollbackException));
    }

    private record Place<T, R extends @Nullable Object>(T one, CompletableFuture<Supplier<R>> outcome) {

        boolean hasLanded() {
            return outcome.isDone();
        }

        R landed() {
            return outcome.join().get();
        }

        void sink(Throwable cause) {
            outcome.complete(() -> {
                throw cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
            });
        }
    }
}

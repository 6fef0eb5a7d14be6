package fi.seloste.imports;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Work that others do meanwhile. What comes of it is taken in the order in which it was given, and a few pieces wait at most. */
final class Ahead<T> implements AutoCloseable {

    private static final int MOST = 8;

    private final ExecutorService workers;
    private final Consumer<T> taker;
    private final Queue<Future<T>> waiting = new ArrayDeque<>();

    Ahead(ExecutorService workers, Consumer<T> taker) {
        this.workers = workers;
        this.taker = taker;
    }

    void give(Callable<T> work) {
        waiting.add(workers.submit(work));
        if (waiting.size() > MOST) {
            take();
        }
    }

    /** Waits for all of it. */
    void finish() {
        while (!waiting.isEmpty()) {
            take();
        }
    }

    private void take() {
        try {
            taker.accept(waiting.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Reading was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A row could not be read", e.getCause());
        }
    }

    /** What has not been taken by now is not wanted any more. */
    @Override
    public void close() {
        waiting.forEach(future -> future.cancel(true));
    }
}

package fi.seloste.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sixteen connections that ask one after the other, each as soon as it was answered. */
final class AtOnce {

    private static final int LINES = 16;

    private final String url;
    private final Figures figures;

    AtOnce(String url, Figures figures) {
        this.url = url;
        this.figures = figures;
    }

    interface Ask<T> {
        void of(BareHttp client, T one) throws IOException;
    }

    /** Seconds until all were answered. */
    <T> double all(Collection<T> all, Ask<T> ask) throws InterruptedException {
        var left = new ConcurrentLinkedQueue<>(all);
        var threads = new ArrayList<Thread>();
        long begun = System.nanoTime();
        for (int i = 0; i < LINES; i++) {
            threads.add(Thread.ofPlatform().start(() -> asked(left, ask)));
        }
        for (var thread : threads) {
            thread.join();
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Whoever is hung up on is not answered, and the next is asked. */
    private <T> void asked(ConcurrentLinkedQueue<T> left, Ask<T> ask) {
        try (var client = new BareHttp(url)) {
            for (var one = left.poll(); one != null; one = left.poll()) {
                try {
                    ask.of(client, one);
                } catch (IOException e) {
                    figures.say(String.valueOf(e.getMessage()));
                    client.close();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package fi.seloste.store;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * Ends a connection whose other side has stopped reading: Java waits for ever then. It looks once a second, where a timer for each write would cost more than
 * the write.
 */
final class WriteWatch {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Socket socket;
    private final long patience;
    /** When the write began that is not over yet, or 0. */
    private volatile long since;

    private volatile boolean over;

    private WriteWatch(Socket socket, Duration patience) {
        this.socket = socket;
        this.patience = patience.toNanos();
    }

    static WriteWatch over(Socket socket, Duration patience) {
        var watch = new WriteWatch(socket, patience);
        Thread.ofVirtual().name("mail-write-watch").start(watch::look);
        return watch;
    }

    void begin() {
        since = System.nanoTime() | 1;
    }

    void done() {
        since = 0;
    }

    void end() {
        over = true;
    }

    private void look() {
        try {
            while (!over && !socket.isClosed()) {
                Thread.sleep(LOOK);
                long begun = since;
                if (begun != 0 && System.nanoTime() - begun > patience) {
                    cut();
                }
            }
        } catch (InterruptedException | IOException e) {
            // Nobody interrupts it, and what cannot be closed is not open.
        }
    }

    /** Without lingering: TLS wants to say goodbye first, and would wait for its turn behind the very write that does not end. */
    private void cut() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}

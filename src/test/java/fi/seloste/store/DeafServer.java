package fi.seloste.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that says yes to the envelope, and reads nothing of the message. */
final class DeafServer implements AutoCloseable {

    private final ServerSocket door;
    private final List<Socket> lines = new CopyOnWriteArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();

    DeafServer() throws IOException {
        door = new ServerSocket();
        door.setReceiveBufferSize(8_192);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    int begun() {
        return begun.get();
    }

    private void serve() {
        try {
            while (true) {
                var line = door.accept();
                lines.add(line);
                talk(line);
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void talk(Socket line) throws IOException {
        var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
        say(line, "220 deaf");
        for (var said = in.readLine(); said != null; said = in.readLine()) {
            if (said.equals("DATA")) {
                begun.incrementAndGet();
                say(line, "354 go on");
                return;
            }
            say(line, "250 yes");
        }
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var line : lines) {
            line.close();
        }
    }
}

package fi.seloste.marketing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** A mail server with moods: it takes, puts off, refuses, hangs up in the middle of a message, or says nothing at all, or thinks long about what it was told. */
public final class MoodyServer implements AutoCloseable {

    /** What it does with a message to an address. */
    public enum Mood {
        TAKES,
        PUTS_OFF,
        REFUSES,
        KNOWS_NOBODY,
        HANGS_UP,
        SAYS_NOTHING,
        GOES_AWAY,
        THINKS
    }

    private final ServerSocket socket;
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> lines = new CopyOnWriteArrayList<>();
    public volatile Function<String, Mood> mood = address -> Mood.TAKES;
    volatile boolean silentAtTheDoor;
    /** For how long it thinks about a message. */
    volatile Duration thought = Duration.ofMillis(2_500);

    public volatile int connections;
    public volatile int goodbyes;
    /** How many messages it takes on one line before it ends it. */
    public volatile int patience = Integer.MAX_VALUE;

    public MoodyServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** To whom it took a message, once for each. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    /** About whom it was asked. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Ends every line without a word, as a server that was started anew. */
    public void hangUp() throws IOException {
        for (var line : lines) {
            line.close();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var line = socket.accept();
                lines.add(line);
                connections++;
                Thread.ofVirtual().start(() -> talk(line));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket line) {
        try (line;
                var in =
                        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1))) {
            if (silentAtTheDoor) {
                in.readLine();
                return;
            }
            say(line, "220 moody ESMTP");
            String to = "";
            int before = 0;
            for (var word = in.readLine(); word != null; word = in.readLine()) {
                if (word.startsWith("MAIL") && before++ >= patience) {
                    say(line, "421 4.7.0 too many messages on this line");
                    return;
                }
                if (word.startsWith("RCPT TO:")) {
                    to = word.substring(9, word.indexOf('>'));
                    asked.add(to);
                }
                if (!answers(line, in, word, to)) {
                    return;
                }
            }
        } catch (IOException e) {
            // the other side has hung up
        }
    }

    private boolean answers(Socket line, BufferedReader in, String word, String to) throws IOException {
        var now = to.isEmpty() ? Mood.TAKES : mood.apply(to);
        if (word.startsWith("EHLO")) {
            say(line, "250-moody\r\n250 SIZE 1000000");
        } else if (word.startsWith("RCPT")) {
            switch (now) {
                case PUTS_OFF -> say(line, "450 4.2.1 try again later");
                case REFUSES -> say(line, "550 5.7.1 not you");
                case KNOWS_NOBODY -> say(line, "550 5.1.1 no such user here");
                case GOES_AWAY -> {
                    say(line, "421 4.3.2 shutting down");
                    return false;
                }
                case SAYS_NOTHING -> in.readLine();
                default -> say(line, "250 ok");
            }
        } else if (word.startsWith("DATA")) {
            say(line, "354 go on");
            if (now == Mood.HANGS_UP) {
                in.readLine();
                return false;
            }
            for (var text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {}
            taken.add(to);
            if (now == Mood.THINKS) {
                LockSupport.parkNanos(thought.toNanos());
            }
            say(line, "250 taken");
        } else if (word.startsWith("QUIT")) {
            goodbyes++;
            say(line, "221 bye");
            return false;
        } else {
            say(line, "250 ok");
        }
        return true;
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        line.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        hangUp();
    }
}

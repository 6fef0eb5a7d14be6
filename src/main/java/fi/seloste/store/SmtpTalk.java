package fi.seloste.store;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What is said of messages on an open line (RFC 5321): as much in one breath as the server lets us, and each answer is heeded. Where it offers pipelining
 * (RFC 2920) the envelope and the word that a message follows are one breath, and the message is the next.
 */
final class SmtpTalk {

    private static final int CLOSED = 421;
    private static final int GO_ON = 354;
    private static final int LONGEST_ANSWER = 8_192;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final boolean pipelining;
    private final WriteWatch watch;
    private final ByteArrayOutputStream breath = new ByteArrayOutputStream(32_000);
    private final byte[] heard = new byte[2_048];
    private int at;
    private int end;
    private String words = "";
    private boolean broken;
    private boolean begun;

    SmtpTalk(Socket socket, boolean pipelining, Duration patience) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.pipelining = pipelining;
        this.watch = WriteWatch.over(socket, patience);
    }

    synchronized boolean isBroken() {
        return broken;
    }

    void end() {
        watch.end();
    }

    /**
     * A message in parts, with whole line ends. Until its last byte is said the server cannot have taken it; a line that breaks after that leaves it open, so
     * the answer to it may be waited for longer than others.
     */
    synchronized Handover carry(Duration last, String from, String to, byte[]... mail) {
        if (broken) {
            return Handover.of(CLOSED);
        }
        begun = false;
        try {
            var words = new String[] {"MAIL FROM:<" + from + ">\r\n", "RCPT TO:<" + to + ">\r\n", "DATA\r\n"};
            return said(last, words, mail);
        } catch (IOException e) {
            broken = true;
            return Handover.of(begun ? 0 : CLOSED);
        }
    }

    private Handover said(Duration last, String[] words, byte[]... mail) throws IOException {
        int breaths = pipelining ? 1 : words.length;
        for (int i = 0; i < words.length; i++) {
            say(words[i]);
            if (i < words.length - 1 && breaths == 1) {
                continue;
            }
            leave();
            for (int more = words.length / breaths - 1; more >= 0; more--) {
                int code = answer();
                boolean isLast = i == words.length - 1 && more == 0;
                if (isLast ? code != GO_ON : !isYes(code)) {
                    return isLast ? told(code) : refused(code, more);
                }
            }
        }
        breath.writeBytes(Dots.doubled(mail));
        say(".\r\n");
        begun = true;
        leave();
        return said(answer(last));
    }

    private int answer(Duration longest) throws IOException {
        int patience = socket.getSoTimeout();
        socket.setSoTimeout((int) longest.toMillis());
        int code = answer();
        socket.setSoTimeout(patience);
        return code;
    }

    private Handover said(int code) {
        return isYes(code) ? Handover.taken() : told(code);
    }

    /** A "no" to the message or to the word before it is an answer; anything else leaves open what the server understood. */
    private Handover told(int code) {
        boolean isAnswer = code >= 400;
        broken = !isAnswer || code == CLOSED || !isOver(0);
        return isAnswer ? Handover.of(code) : Handover.of(begun ? 0 : CLOSED);
    }

    /** A no to the envelope, while so many more answers to the same breath are to come. A server that hangs up instead has said no all the same. */
    private Handover refused(int code, int more) {
        var why = words;
        broken = code == CLOSED || !isOver(more);
        return Handover.of(code < 400 ? CLOSED : code, why);
    }

    private boolean isOver(int more) {
        try {
            int code = 0;
            for (int i = 0; i < more; i++) {
                code = answer();
            }
            if (code == GO_ON) { // RFC 2920, 3.1: some go on with a message that is for nobody
                say(".\r\n");
                leave();
                answer();
            }
            say("RSET\r\n");
            leave();
            return answer() == 250;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isYes(int code) {
        return code >= 200 && code < 300;
    }

    private void say(String words) {
        breath.writeBytes(words.getBytes(StandardCharsets.US_ASCII));
    }

    private void leave() throws IOException {
        watch.begin();
        try {
            breath.writeTo(out);
            out.flush();
        } finally {
            watch.done();
            breath.reset();
        }
    }

    /** The code of the next answer, of however many lines; what it said is kept. */
    private int answer() throws IOException {
        var line = line();
        var all = new StringBuilder(line);
        while (!isLast(line)) {
            if (all.length() > LONGEST_ANSWER) {
                throw new IOException("an answer without an end");
            }
            line = line();
            all.append('\n').append(line);
        }
        words = all.toString();
        return line.length() < 3 || !line.substring(0, 3).chars().allMatch(c -> c >= '0' && c <= '9')
                ? 0
                : Integer.parseInt(line, 0, 3, 10);
    }

    private static boolean isLast(String line) {
        return line.length() < 4 || line.charAt(3) != '-';
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        while (true) {
            if (at == end) {
                at = 0;
                end = Math.max(0, in.read(heard));
                if (end == 0) {
                    throw new EOFException("the server has hung up");
                }
            }
            char one = (char) (heard[at++] & 0xff);
            if (one == '\n') {
                return line.toString();
            }
            if (one != '\r') {
                if (line.length() == LONGEST_ANSWER) {
                    throw new IOException("an answer without an end");
                }
                line.append(one);
            }
        }
    }
}

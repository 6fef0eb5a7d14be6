package fi.seloste;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** The DNS of tests: answers on this machine what a test says stands there, and nothing else. */
public final class Zone {

    private static final Map<String, List<String>> TEXTS = new ConcurrentHashMap<>();
    private static final DatagramSocket SOCKET = open();
    private static volatile boolean silent;

    private Zone() {}

    /** As the setting {@code dns-server} wants it. */
    public static String address() {
        return "127.0.0.1:" + SOCKET.getLocalPort();
    }

    /** These records and no others under a name. */
    public static void says(String name, String... texts) {
        silent = false;
        TEXTS.put(name.toLowerCase(Locale.ROOT), List.of(texts));
    }

    public static List<String> texts(String name) {
        return TEXTS.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** Answers that something is amiss with itself. */
    public static void fails() {
        silent = true;
    }

    public static void clear() {
        silent = false;
        TEXTS.clear();
    }

    private static DatagramSocket open() {
        try {
            var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            Thread.ofPlatform().daemon().name("zone").start(() -> serve(socket));
            return socket;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void serve(DatagramSocket socket) {
        var buffer = new byte[4096];
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                var asked = new byte[packet.getLength()];
                System.arraycopy(packet.getData(), 0, asked, 0, asked.length);
                var answer = answer(new Message(asked)).toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                // that was no question, or whoever asked has gone; the next is answered all the same
            }
        }
    }

    private static Message answer(Message asked) {
        var answer = new Message(asked.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        var question = asked.getQuestion();
        answer.addRecord(question, Section.QUESTION);
        var texts = texts(question.getName().toString(true));
        if (silent) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
        } else if (texts.isEmpty()) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        texts.forEach(text -> answer.addRecord(record(question.getName(), text), Section.ANSWER));
        return answer;
    }

    private static TXTRecord record(Name name, String text) {
        var strings = new ArrayList<String>();
        for (int from = 0; from < text.length(); from += 255) {
            strings.add(text.substring(from, Math.min(text.length(), from + 255)));
        }
        return new TXTRecord(name, DClass.IN, 60, strings);
    }
}

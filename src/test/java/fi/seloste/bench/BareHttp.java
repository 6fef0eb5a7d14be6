package fi.seloste.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A connection that is kept, to ask with as little work of one's own as can be: whoever asks shares the machine with whoever answers. */
final class BareHttp implements AutoCloseable {

    private final URI url;
    private final byte[] held = new byte[16_384];
    private Socket line;
    private InputStream in;
    private int at;
    private int end;

    BareHttp(String url) {
        this.url = URI.create(url);
    }

    record Answer(int code, String body) {}

    /** Empty where the server hung up. */
    Answer get(String path, String from) throws IOException {
        return ask("GET %s HTTP/1.1\r\nHost: %s\r\nX-Forwarded-For: %s\r\nAccept-Language: fi\r\n\r\n"
                .formatted(path, host(), from)
                .getBytes(StandardCharsets.US_ASCII));
    }

    byte[] post(String path, String from, String form) {
        return ("POST %s HTTP/1.1\r\nHost: %s\r\nX-Forwarded-For: %s\r\nAccept-Language: fi\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s")
                .formatted(path, host(), from, form.length(), form)
                .getBytes(StandardCharsets.US_ASCII);
    }

    Answer ask(byte[] request) throws IOException {
        if (line == null) {
            line = new Socket(url.getHost(), url.getPort());
            line.setTcpNoDelay(true);
            in = line.getInputStream();
            at = end;
        }
        line.getOutputStream().write(request);
        int code = Integer.parseInt(words().split(" ")[1]);
        var headers = headers();
        var body = body(headers);
        if ("close".equalsIgnoreCase(headers.get("connection"))) {
            close();
        }
        return new Answer(code, body);
    }

    private String host() {
        return url.getHost() + ":" + url.getPort();
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var one = words(); !one.isEmpty(); one = words()) {
            int colon = one.indexOf(':');
            headers.put(
                    one.substring(0, colon).toLowerCase(Locale.ROOT),
                    one.substring(colon + 1).strip());
        }
        return headers;
    }

    private String body(Map<String, String> headers) throws IOException {
        var body = new ByteArrayOutputStream();
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            for (int size = Integer.parseInt(words(), 16); size > 0; size = Integer.parseInt(words(), 16)) {
                take(size, body);
                words();
            }
            words();
        } else {
            take(Integer.parseInt(headers.getOrDefault("content-length", "0")), body);
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private void take(int size, ByteArrayOutputStream body) throws IOException {
        for (int left = size; left > 0; ) {
            more();
            int many = Math.min(left, end - at);
            body.write(held, at, many);
            at += many;
            left -= many;
        }
    }

    private String words() throws IOException {
        var words = new StringBuilder();
        while (true) {
            more();
            byte one = held[at++];
            if (one == '\n') {
                return words.toString();
            }
            if (one != '\r') {
                words.append((char) one);
            }
        }
    }

    private void more() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(held));
            if (end == 0) {
                close();
                throw new IOException("The server hung up");
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (line != null) {
            line.close();
            line = null;
        }
    }
}

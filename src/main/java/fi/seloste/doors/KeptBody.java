package fi.seloste.doors;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * What was sent, read before the handler reads it, so that the same key with other words is noticed. An uploaded file is told by its
 * length only: it would not fit into memory.
 */
final class KeptBody extends HttpServletRequestWrapper {

    private static final int LARGEST = 2 * 1024 * 1024;

    private final byte[] body;

    private KeptBody(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    static Printed of(HttpServletRequest request) throws IOException {
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        boolean isFile = type.startsWith("multipart/") || request.getContentLengthLong() > LARGEST;
        if (isFile || request.getContentLengthLong() < 0) {
            return new Printed(request, print(request, new byte[0]));
        }
        var body = request.getInputStream().readAllBytes();
        return new Printed(new KeptBody(request, body), print(request, body));
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Again(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static byte[] print(HttpServletRequest request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var head = request.getRequestURI() + "?" + request.getQueryString() + " " + request.getContentLengthLong();
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The request to go on with, and what tells it from another. */
    record Printed(HttpServletRequest request, byte[] print) {}

    private static final class Again extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Again(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is here already");
        }
    }
}

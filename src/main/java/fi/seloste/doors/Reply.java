package fi.seloste.doors;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer as it was sent. */
record Reply(int status, Map<String, String> headers, byte[] body) {

    private static final List<String> KEPT = List.of("Content-Type", "Location", "ETag", "Content-Language");

    static Reply of(ContentCachingResponseWrapper response) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : KEPT) {
            var value = name.equals("Content-Type") ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new Reply(response.getStatus(), headers, response.getContentAsByteArray());
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(status);
            out.writeInt(headers.size());
            for (var header : headers.entrySet()) {
                out.writeUTF(header.getKey());
                out.writeUTF(header.getValue());
            }
            out.writeInt(body.length);
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Reply of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int status = in.readInt();
            var headers = new LinkedHashMap<String, String>();
            for (int left = in.readInt(); left > 0; left--) {
                headers.put(in.readUTF(), in.readUTF());
            }
            return new Reply(status, headers, in.readNBytes(in.readInt()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

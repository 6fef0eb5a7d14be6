package fi.seloste.doors;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.web.util.WebUtils;

/** What tells one call from another: its address and what it sends. Of a form with files every part counts, not the line between them. */
final class Imprint {

    private Imprint() {}

    static byte[] of(HttpServletRequest request) throws IOException, ServletException {
        var digest = sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            put(out, request.getRequestURI() + "?" + request.getQueryString());
            var kept = WebUtils.getNativeRequest(request, KeptBody.class);
            if (kept != null) {
                out.write(kept.bytes());
            } else if (isMultipart(request)) {
                for (var part : request.getParts()) {
                    put(out, part);
                }
            }
        }
        return digest.digest();
    }

    static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }

    private static void put(OutputStream out, Part part) throws IOException {
        put(out, part.getName() + " " + part.getSubmittedFileName() + " " + part.getSize());
        try (var content = part.getInputStream()) {
            content.transferTo(out);
        }
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package fi.seloste.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A static file as it is sent: its content, the same compressed once, and the hash that names this very content. */
record Asset(String name, String type, byte[] content, byte @Nullable [] compressed, String hash) {

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "txt", "text/plain;charset=UTF-8",
            "woff2", "font/woff2");

    static Asset of(String name, byte[] content) {
        var ending = name.substring(name.lastIndexOf('.') + 1);
        var type = Objects.requireNonNullElse(TYPES.get(ending), "application/octet-stream");
        var shrinks = type.startsWith("text/") || type.endsWith("xml");
        return new Asset(name, type, content, shrinks ? gzip(content) : null, hash(content));
    }

    String url() {
        return "/assets/" + hash + "/" + name;
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String hash(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

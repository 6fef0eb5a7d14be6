package fi.seloste.installation;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads `postgresql://user:password@host:5432/name?sslmode=require`, with or without `jdbc:` before it. */
final class DatabaseUrl {

    private DatabaseUrl() {}

    static Access parse(String written) {
        URI uri = uri(written);
        List<String> rest = new ArrayList<>();
        String user = userPart(uri, 0);
        String password = userPart(uri, 1);
        for (String pair :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
            if (pair.startsWith("user=")) {
                user = decoded(pair.substring(5));
            } else if (pair.startsWith("password=")) {
                password = decoded(pair.substring(9));
            } else {
                rest.add(pair);
            }
        }
        if (user == null) {
            throw malformed("names no user");
        }
        String query = rest.isEmpty() ? "" : "?" + String.join("&", rest);
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        String url = "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query;
        return new Access(url, user, password == null ? "" : password);
    }

    private static URI uri(String written) {
        String text = written.startsWith("jdbc:") ? written.substring(5) : written;
        try {
            URI uri = URI.create(text);
            boolean ours = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (!ours || uri.getHost() == null) {
                throw malformed("is not an address of a PostgreSQL database");
            }
            if (uri.getRawPath() == null || uri.getRawPath().length() < 2) {
                throw malformed("names no database");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw malformed("cannot be read");
        }
    }

    private static @Nullable String userPart(URI uri, int index) {
        String info = uri.getRawUserInfo();
        if (info == null) {
            return null;
        }
        String[] parts = info.split(":", 2);
        return parts.length > index ? decoded(parts[index]) : null;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    // The address may hold a password, so it is not repeated.
    private static Trouble malformed(String what) {
        return new Trouble("The database address " + what
                + ". Write it like postgresql://user:password@host:5432/seloste, with special characters as %40.");
    }
}

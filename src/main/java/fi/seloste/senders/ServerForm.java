package fi.seloste.senders;

import fi.seloste.base.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mail server as somebody adds it to a pool. */
public record ServerForm(
        @Nullable String host,
        @Nullable String port,
        @Nullable String user,
        @Nullable String password) {

    private static final String USUAL = "587";

    Pool.Access access() {
        var number = port == null || port.isBlank() ? USUAL : port.strip();
        if (!number.matches("\\d{1,5}")) {
            throw Problem.invalid("port", "senders.server.port.odd");
        }
        return new Pool.Access(Objects.requireNonNullElse(host, ""), Integer.parseInt(number), user);
    }
}

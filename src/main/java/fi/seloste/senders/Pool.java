package fi.seloste.senders;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mail servers that take mail to many, together. One that fails is left alone for a while, and the others go on. */
public record Pool(UUID id, int version, Wish wish, List<Server> servers, List<Pause> pauses) {

    private static final int MOST_LINES = 50;
    private static final int FASTEST = 100_000;

    /** How many lines are open at once, and how many messages leave in a minute, to everybody and to one domain; 0 is as many as go. */
    public record Wish(String name, int lines, int perMinute, int domainPerMinute) {

        public Wish {
            name = Length.NAME.checked("name", name.strip());
            if (name.isEmpty()) {
                throw Problem.invalid("name", "senders.pool.nameless");
            }
            if (lines < 1 || lines > MOST_LINES) {
                throw Problem.invalid("lines", "senders.pool.lines.odd", MOST_LINES);
            }
            within("perMinute", perMinute);
            within("domainPerMinute", domainPerMinute);
        }

        private static void within(String field, int pace) {
            if (pace < 0 || pace > FASTEST) {
                throw Problem.invalid(field, "senders.pool.pace.odd", FASTEST);
            }
        }
    }

    /** {@code trouble} says why it failed last; it is not asked before {@code restsUntil}. */
    public record Server(
            UUID id,
            Access access,
            int failures,
            @Nullable String trouble,
            @Nullable Instant restsUntil,
            Took took) {

        public boolean fails() {
            return failures > 0;
        }

        boolean rests(Instant now) {
            return restsUntil != null && restsUntil.isAfter(now);
        }
    }

    /** How many messages a server took in all, and when the last. */
    public record Took(long messages, @Nullable Instant last) {}

    /** Where it listens, and as whom it lets us in. */
    public record Access(String host, int port, @Nullable String user) {

        public Access {
            host = host.strip();
            if (!host.matches("[A-Za-z0-9.:_-]{1,253}")) {
                throw Problem.invalid("host", "senders.server.host.odd", host);
            }
            if (port < 1 || port > 65_535) {
                throw Problem.invalid("port", "senders.server.port.odd");
            }
            user = user == null || user.isBlank() ? null : Length.NAME.checked("user", user.strip());
        }
    }

    /** A domain that waits because it took nothing. */
    public record Pause(String domain, int strikes, Instant until) {}

    public String name() {
        return wish.name();
    }
}

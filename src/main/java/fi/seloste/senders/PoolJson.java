package fi.seloste.senders;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pool as programs read it; passwords are not among it. */
@Schema(name = "SenderPool")
record PoolJson(
        UUID id,
        int version,
        String name,
        int lines,
        int perMinute,
        int domainPerMinute,
        List<ServerJson> servers,
        List<PauseJson> pauses) {

    static PoolJson of(Pool one) {
        var wish = one.wish();
        return new PoolJson(
                one.id(),
                one.version(),
                wish.name(),
                wish.lines(),
                wish.perMinute(),
                wish.domainPerMinute(),
                one.servers().stream().map(ServerJson::of).toList(),
                one.pauses().stream()
                        .map(pause -> new PauseJson(pause.domain(), pause.strikes(), pause.until()))
                        .toList());
    }

    /** One of its mail servers, and until when it is left alone. */
    @Schema(name = "MailServer")
    record ServerJson(
            UUID id,
            String host,
            int port,
            @Nullable String user,
            int failures,
            @Nullable Instant restsUntil) {

        static ServerJson of(Pool.Server one) {
            var access = one.access();
            return new ServerJson(
                    one.id(), access.host(), access.port(), access.user(), one.failures(), one.restsUntil());
        }
    }

    /** A domain that waits. */
    @Schema(name = "MailPause")
    record PauseJson(String domain, int strikes, Instant until) {}

    /** A pool to be made or changed. */
    @Schema(name = "SenderPoolWish")
    record Sent(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Nullable Integer lines,
            @Nullable Integer perMinute,
            @Nullable Integer domainPerMinute,
            @Nullable Integer version) {

        Pool.Wish wish() {
            return new Pool.Wish(name == null ? "" : name, or(lines, 2), or(perMinute, 0), or(domainPerMinute, 0));
        }

        int seen() {
            return or(version, 0);
        }

        private static int or(@Nullable Integer number, int otherwise) {
            return number == null ? otherwise : number;
        }
    }

    /** A mail server to be added. */
    @Schema(name = "NewMailServer")
    record NewServer(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String host,

            @Nullable Integer port,
            @Nullable String user,
            @Nullable String password) {

        ServerForm form() {
            return new ServerForm(host, port == null ? null : port.toString(), user, password);
        }
    }
}

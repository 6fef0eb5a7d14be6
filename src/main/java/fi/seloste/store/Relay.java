package fi.seloste.store;

import fi.seloste.base.Ids;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The way to the mail server for mail in bulk: whoever opens a line carries many messages over it and closes it. Letters, which come one by one, share
 * {@link KeptLines}. Where no server is set, messages are laid into the outbox, to be read there.
 */
@Component
public class Relay {

    private final LiveSettings live;
    private final JdbcClient jdbc;
    private final Purposes purposes;
    private final Clock clock;

    Relay(LiveSettings live, JdbcClient jdbc, Purposes purposes, Clock clock) {
        this.live = live;
        this.jdbc = jdbc;
        this.purposes = purposes;
        this.clock = clock;
    }

    /** A connection that is open until it is closed. It is used by one thread, outside any transaction: a slow server must hold no row. */
    public interface Line extends AutoCloseable {

        Handover carry(Parcel parcel);

        @Override
        void close();
    }

    /** The server does not answer, or does not let us in; nothing was handed over. */
    public static final class Unreachable extends RuntimeException {

        private final String code;

        public Unreachable(String code, String why) {
            super(why);
            this.code = code;
        }

        /** What is amiss, in a word that can be kept and told in any language. */
        public String code() {
            return code;
        }
    }

    /** Whether messages really leave. */
    public boolean leaves() {
        return live.now().text(Setting.MAIL_HOST) != null;
    }

    /** The address in whose name the house writes. */
    public String from() {
        return Objects.requireNonNullElse(live.now().text(Setting.MAIL_FROM), "seloste@localhost");
    }

    /** The address to which calendar programs answer; null where nobody reads such answers. */
    public @Nullable String answers() {
        var address = live.now().text(Setting.MAIL_ANSWERS);
        return address == null || !address.matches("[^@+]{1,24}@[^@]+") ? null : address;
    }

    public Line open() {
        return open(null);
    }

    /** A line on which every message is sealed before it leaves; the outbox keeps it unsealed. */
    public Line open(@Nullable Seal seal) {
        var settings = live.now();
        var host = settings.text(Setting.MAIL_HOST);
        if (host == null) {
            return new Outbox();
        }
        return SmtpLine.open(settings, Server.ofTheHouse(host, settings), from(), seal, clock);
    }

    /** A line to another server than the house's own, under the same rule: plain text goes to this machine only. */
    public Line open(Server server, @Nullable Seal seal) {
        return SmtpLine.open(live.now(), server, from(), seal, clock);
    }

    /** Where a mail server listens, as whom it lets us in, and how long it is waited for; as long as the house's own where nothing is said. */
    public record Server(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            @Nullable Duration patience) {

        static Server ofTheHouse(String host, Settings settings) {
            return new Server(
                    host,
                    settings.mailPort(),
                    settings.text(Setting.MAIL_USER),
                    settings.text(Setting.MAIL_PASSWORD),
                    null);
        }
    }

    /** Nobody is asked to take these away. */
    private final class Outbox implements Line {

        @Override
        public Handover carry(Parcel parcel) {
            purposes.apart(Purpose.TECHNICAL, () -> lay(parcel));
            return Handover.taken();
        }

        private int lay(Parcel parcel) {
            var person = parcel.whom().person();
            return jdbc.sql("""
                            insert into store.letter (letter_id, person_id, recipient, subject, body, html, kind, queued_at, next_at)
                            values (:id, :person, :recipient, :subject, :body, :html, :kind, :now, :now)""")
                    .param("id", Ids.next())
                    .param("person", person == null ? null : person.value())
                    .param("recipient", parcel.whom().address())
                    .param("subject", parcel.words().subject())
                    .param("body", parcel.words().text().text())
                    .param("html", parcel.words().html().text())
                    .param("kind", parcel.kind())
                    .param("now", Sql.at(clock.instant()))
                    .update();
        }

        @Override
        public void close() {}
    }
}

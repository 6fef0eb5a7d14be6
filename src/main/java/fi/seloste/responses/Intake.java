package fi.seloste.responses;

import fi.seloste.base.Ids;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door for what comes back. It says where a link leads at once; what is kept of it is written a moment later, with whatever else came. */
@Component
public class Intake {

    private final Known known;
    private final Bursts bursts;
    private final Pending pending;
    private final Clock clock;

    Intake(Known known, Bursts bursts, Pending pending, Clock clock) {
        this.known = known;
        this.bursts = bursts;
        this.pending = pending;
        this.clock = clock;
    }

    /** Who asks, as far as it is looked at: by which method, with which agent, from where. None of it is kept. */
    public record Asker(String method, @Nullable String agent, String address) {}

    /** Where a link leads; empty where it was altered, made up, hidden from readers, or is not kept any more. */
    public Optional<URI> follow(String written, Asker asker) {
        return read(written).filter(one -> one.position() != Token.OPEN).flatMap(one -> followed(one, asker));
    }

    private Optional<URI> followed(Read one, Asker asker) {
        var leads = known.leads(one.way().campaign());
        if (one.position() == Token.TRAP) {
            note(one, leads, asker);
            return Optional.empty();
        }
        if (one.position() >= leads.targets().size()) {
            return Optional.empty();
        }
        note(one, leads, asker);
        return Optional.of(leads.targets().get(one.position()));
    }

    /** False where the picture belongs to no message. */
    public boolean open(String written, Asker asker) {
        var found = read(written).filter(one -> one.position() == Token.OPEN);
        found.ifPresent(one -> note(one, known.leads(one.way().campaign()), asker));
        return found.isPresent();
    }

    /** The picture of the message, or of the crowd, whose link this is: mail programs fetch the one before people follow the other. */
    public Optional<String> picture(String link) {
        return Token.parse(link).map(token -> new Token(token.secret(), Token.OPEN).written());
    }

    /** A token that belongs to something: whose, and which place of it. */
    private record Read(String print, Way way, int position) {

        /** Of a crowd those from one address are taken for one reader. */
        String reader(Asker asker) {
            return way.message() == null ? print + asker.address() : print;
        }

        Sign.Kind kind() {
            return switch (position) {
                case Token.OPEN -> Sign.Kind.OPENED;
                case Token.TRAP -> Sign.Kind.TRAPPED;
                default -> Sign.Kind.CLICKED;
            };
        }
    }

    private Optional<Read> read(String written) {
        return Token.parse(written).flatMap(token -> {
            var print = token.print();
            return known.way(print).map(way -> new Read(print, way, token.position()));
        });
    }

    private void note(Read one, Known.Leads leads, Asker asker) {
        var now = clock.instant();
        var way = one.way();
        var reader = one.reader(asker);
        var followed = one.position() == Token.OPEN
                ? Sign.Followed.NOTHING
                : bursts.follow(reader, one.position(), leads.in(way.crowd().language()), now);
        var since =
                way.message() == null ? null : Duration.between(way.message().taken(), now);
        var rule = new Sign(one.kind(), asker.method(), asker.agent(), since, followed).rule();
        if (rule == Rule.TRAP || rule == Rule.ALL_LINKS) {
            bursts.before(reader, rule).forEach(before -> pending.correct(before, rule));
        }
        var event = new Event(Ids.next(), way, one.position(), now, rule);
        pending.add(event);
        bursts.remember(reader, event);
    }

    /** What has come so far is written when this returns. */
    @PreDestroy
    public void flush() {
        pending.flush();
    }
}

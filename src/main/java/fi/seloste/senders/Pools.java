package fi.seloste.senders;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.installation.Keys;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Relay;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The door to pools of mail servers. What was learnt about a server while mail left is kept, so that a restart does not ask it anew. */
@Component
public class Pools {

    private static final int MOST_SERVERS = 20;
    private static final Duration LONGEST_REST = Duration.ofMinutes(30);

    private final PoolRecords records;
    private final Paces paces;
    private final Relay relay;
    private final Keys keys;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Purposes purposes;
    private final Clock clock;
    private final Duration patience;

    Pools(
            PoolRecords records,
            Paces paces,
            Relay relay,
            Keys keys,
            Evidence evidence,
            ApplicationEventPublisher events,
            Purposes purposes,
            Clock clock,
            @Value("${seloste.senders.patience:20s}") Duration patience) {
        this.records = records;
        this.paces = paces;
        this.relay = relay;
        this.keys = keys;
        this.evidence = evidence;
        this.events = events;
        this.purposes = purposes;
        this.clock = clock;
        this.patience = patience;
    }

    public List<Pool> all() {
        return purposes.as(Purpose.TECHNICAL, records::all);
    }

    public Pool get(UUID id) {
        return purposes.apart(Purpose.TECHNICAL, () -> records.find(id, clock.instant()))
                .orElseThrow(() -> Problem.notFound("pool"));
    }

    public UUID make(Pool.Wish wish, Actor actor) {
        var id = Ids.next();
        purposes.as(Purpose.TECHNICAL, () -> {
            records.add(id, wish, actor.staff(), clock.instant());
            tell("pool-made", id, Map.of("name", wish.name()), actor);
        });
        return id;
    }

    public void change(UUID id, int seen, Pool.Wish wish, Actor actor) {
        purposes.as(Purpose.TECHNICAL, () -> {
            if (held(id).version() != seen) {
                throw Problem.stale("senders.pool.stale");
            }
            records.change(id, wish, clock.instant());
            tell("pool-changed", id, Map.of("name", wish.name()), actor);
        });
    }

    public void remove(UUID id, Actor actor) {
        try {
            purposes.as(Purpose.TECHNICAL, () -> {
                var name = held(id).name();
                records.remove(id);
                tell("pool-removed", id, Map.of("name", name), actor);
            });
        } catch (DataIntegrityViolationException e) {
            throw Problem.conflict("senders.pool.used");
        }
    }

    /** A password is kept sealed and never shown; without a user there is none. */
    public void addServer(UUID pool, Pool.Access access, @Nullable String password, Actor actor) {
        var secret = password == null || access.user() == null ? "" : Length.NAME.checked("password", password);
        var sealed = secret.isEmpty() ? null : keys.encrypt(Keys.SETTINGS, secret.getBytes(StandardCharsets.UTF_8));
        purposes.as(Purpose.TECHNICAL, () -> {
            if (held(pool).servers().size() >= MOST_SERVERS) {
                throw Problem.conflict("senders.server.tooMany", MOST_SERVERS);
            }
            records.addServer(pool, Ids.next(), access, sealed, clock.instant());
            tell("pool-server-added", pool, Map.of("host", access.host()), actor);
        });
    }

    public void removeServer(UUID pool, UUID server, Actor actor) {
        purposes.as(Purpose.TECHNICAL, () -> {
            records.removeServer(pool, server);
            tell("pool-server-removed", pool, Map.of("server", server.toString()), actor);
        });
    }

    /** Asks each of its servers whether it lets us in, and keeps what it says; how many did not. */
    public int tryOut(UUID id) {
        tryOut(opened(get(id)));
        return (int) get(id).servers().stream().filter(Pool.Server::fails).count();
    }

    /** Those that failed and have rested, so that one that is well again is used again. */
    void tryOutTheIll() {
        for (var pool : all()) {
            if (pool.servers().stream().anyMatch(this::isToBeTried)) {
                tryOut(opened(pool).stream()
                        .filter(one -> isToBeTried(one.server()))
                        .toList());
            }
        }
    }

    private boolean isToBeTried(Pool.Server server) {
        return server.failures() > 0 && !server.rests(clock.instant());
    }

    private void tryOut(List<Opened> servers) {
        for (var server : servers) {
            try (var line = relay.open(server.door(), null)) {
                works(server.server());
            } catch (Relay.Unreachable e) {
                failed(server.server(), e.code());
            }
        }
    }

    /** A server and how to get in. */
    record Opened(Pool.Server server, Relay.Server door) {}

    List<Opened> opened(Pool pool) {
        var passwords = purposes.apart(Purpose.TECHNICAL, () -> records.sealedPasswords(pool.id())).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> new String(keys.decrypt(Keys.SETTINGS, one.getValue()), StandardCharsets.UTF_8)));
        return pool.servers().stream()
                .map(one -> new Opened(
                        one,
                        new Relay.Server(
                                one.access().host(),
                                one.access().port(),
                                one.access().user(),
                                passwords.get(one.id()),
                                patience)))
                .toList();
    }

    Throttle throttle(Pool pool) {
        var minute = Throttle.minuteOf(clock.instant());
        return new Throttle(
                pool, clock.instant(), purposes.apart(Purpose.TECHNICAL, () -> paces.ofMinute(pool.id(), minute)));
    }

    void works(Pool.Server server) {
        if (server.failures() > 0) {
            purposes.apart(Purpose.TECHNICAL, () -> {
                records.works(server.id());
                return true;
            });
        }
    }

    /** It is left alone for a minute, then for twice as long each time, up to half an hour. */
    void failed(Pool.Server server, String trouble) {
        var rest = Duration.ofMinutes(1L << Math.min(server.failures(), 5));
        var now = clock.instant();
        var until = now.plus(rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest);
        purposes.apart(Purpose.TECHNICAL, () -> {
            records.failed(server.id(), trouble, now, until);
            return true;
        });
    }

    void took(Pool.Server server, int messages) {
        purposes.apart(Purpose.TECHNICAL, () -> {
            records.took(server.id(), messages, clock.instant());
            return true;
        });
    }

    void pause(Pool pool, Pool.Pause pause) {
        purposes.apart(Purpose.TECHNICAL, () -> {
            paces.pause(pool.id(), pause);
            return true;
        });
    }

    void goOn(Pool pool, String domain) {
        purposes.apart(Purpose.TECHNICAL, () -> {
            paces.goOn(pool.id(), domain);
            return true;
        });
    }

    void count(Pool pool, Throttle.Counted counted) {
        purposes.apart(Purpose.TECHNICAL, () -> {
            paces.count(pool.id(), counted.minute(), counted.left());
            return true;
        });
    }

    void cameBack(Return what) {
        events.publishEvent(new Return.Came(what));
    }

    void forget() {
        purposes.as(Purpose.TECHNICAL, () -> paces.forget(clock.instant()));
    }

    private Pool held(UUID id) {
        return records.find(id, clock.instant()).orElseThrow(() -> Problem.notFound("pool"));
    }

    private void tell(String act, UUID id, Map<String, String> detail, Actor actor) {
        evidence.record(actor, Act.of(act).about("pool", id).with(detail));
    }
}

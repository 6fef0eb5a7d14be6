package fi.seloste.senders;

import fi.seloste.store.Handover;
import fi.seloste.store.Parcel;
import fi.seloste.store.Relay;
import fi.seloste.store.Seal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines of one pool for a while: each to the next server that does not rest, all at one pace. */
final class PoolLines {

    private static final Logger LOG = LoggerFactory.getLogger(PoolLines.class);

    private final Pool pool;
    private final Pools pools;
    private final Relay relay;
    private final Clock clock;
    private final List<Pools.Opened> servers;
    private final Throttle throttle;
    private final AtomicInteger next = new AtomicInteger();

    PoolLines(Pool pool, Pools pools, Relay relay, Clock clock) {
        this.pool = pool;
        this.pools = pools;
        this.relay = relay;
        this.clock = clock;
        this.servers = pools.opened(pool);
        this.throttle = pools.throttle(pool);
    }

    int most() {
        return throttle.most(clock.instant());
    }

    int domainPerMinute() {
        return pool.wish().domainPerMinute();
    }

    /** None where every server rests. */
    int lines() {
        return servers.stream().allMatch(one -> one.server().rests(clock.instant()))
                ? 0
                : pool.wish().lines();
    }

    /** One that has not failed goes before one that has; a server that does not let us in rests, and the next is asked. */
    Relay.Line open(Supplier<Seal> seal) {
        for (var one : inOrder(next.getAndIncrement())) {
            try {
                return new Paced(one.server(), relay.open(one.door(), seal.get()));
            } catch (Relay.Unreachable e) {
                pools.failed(one.server(), e.code());
            }
        }
        throw new Relay.Unreachable("resting", "every server of " + pool.name() + " rests");
    }

    private List<Pools.Opened> inOrder(int from) {
        var now = clock.instant();
        return IntStream.range(0, servers.size())
                .mapToObj(i -> servers.get((from + i) % servers.size()))
                .filter(one -> !one.server().rests(now))
                .sorted(Comparator.comparing(one -> one.server().failures() > 0))
                .toList();
    }

    /** A line that keeps to the pace. */
    private final class Paced implements Relay.Line {

        private final Pool.Server server;
        private final Relay.Line line;
        private int took;

        Paced(Pool.Server server, Relay.Line line) {
            this.server = server;
            this.line = line;
        }

        @Override
        public Handover carry(Parcel parcel) {
            var address = parcel.whom().address();
            var domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
            var until = throttle.heldUntil(domain, clock.instant());
            if (until != null) {
                return Handover.held(until);
            }
            var handover = line.carry(parcel);
            try {
                learn(parcel.id(), domain, handover);
            } catch (RuntimeException e) {
                // What became of the message is known all the same, and must not be forgotten.
                LOG.error("What {} answered could not be noted", pool.name(), e);
            }
            return handover;
        }

        private void learn(UUID message, String domain, Handover handover) {
            switch (handover.outcome()) {
                case TAKEN -> {
                    if (took++ == 0) {
                        pools.works(server);
                    }
                    if (throttle.taken(domain)) {
                        pools.goOn(pool, domain);
                    }
                }
                case LATER -> {
                    if (handover.isOfTheLine()) {
                        throttle.giveBack(domain);
                        broke();
                    } else {
                        pools.pause(pool, throttle.deferred(domain, clock.instant()));
                    }
                }
                case UNCERTAIN -> broke();
                case REFUSED -> {
                    throttle.giveBack(domain);
                    refused(message, handover);
                }
                case HELD -> throttle.giveBack(domain);
            }
        }

        /** A server that knows whom it has says so at once, and spares the bounce. */
        private void refused(UUID message, Handover handover) {
            if (!Status.code(null, handover.words()).isEmpty()
                    && Status.kind(null, handover.words()) == Return.Kind.HARD) {
                pools.cameBack(new Return(message, Return.Kind.HARD, Status.code(null, handover.words())));
            }
        }

        /** A server that takes some and then ends the line is an ordinary one; one that takes none is ill. */
        private void broke() {
            if (took == 0) {
                pools.failed(server, "broke");
            }
        }

        @Override
        public void close() {
            line.close();
            if (took > 0) {
                pools.took(server, took);
            }
            pools.count(pool, throttle.counted(clock.instant()));
        }
    }
}

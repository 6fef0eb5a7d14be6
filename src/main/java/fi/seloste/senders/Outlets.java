package fi.seloste.senders;

import fi.seloste.store.Parcel;
import fi.seloste.store.Relay;
import fi.seloste.store.Seal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Opens the ways out: a sender's own, or the house's, which signs nothing and leaves that to its mail server. */
@Component
public class Outlets {

    /** More lines do not help a server on this machine; one that is far away answers several at once. */
    private static final int LINES = 4;
    /** As many as stand in a sentence. */
    private static final int MOST_PAUSES = 5;

    private final Senders senders;
    private final Relay relay;
    private final Hooks hooks;
    private final Pools pools;
    private final ReturnToken tokens;
    private final Environment environment;
    private final Clock clock;

    Outlets(
            Senders senders,
            Relay relay,
            Hooks hooks,
            Pools pools,
            ReturnToken tokens,
            Environment environment,
            Clock clock) {
        this.senders = senders;
        this.relay = relay;
        this.hooks = hooks;
        this.pools = pools;
        this.environment = environment;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** That of a sender; without one the house's own. */
    public Outlet of(@Nullable UUID sender) {
        return sender == null ? new House() : new Own(senders.get(sender));
    }

    /** How the servers are by which a sender's mail leaves; null where it leaves by the house's own. */
    public @Nullable Health health(@Nullable UUID sender) {
        var pool = sender == null || staysHere() ? null : senders.get(sender).pool();
        return pool == null ? null : Health.of(pools.get(pool), clock.instant());
    }

    /** A pool's servers, how many of them fail, when the first of those is asked again, and some of the domains that take nothing just now. */
    public record Health(
            UUID pool,
            String name,
            int perMinute,
            int servers,
            int failing,
            @Nullable Instant again,
            List<Pool.Pause> pauses) {

        static Health of(Pool pool, Instant now) {
            var failing = pool.servers().stream().filter(Pool.Server::fails).toList();
            return new Health(
                    pool.id(),
                    pool.name(),
                    pool.wish().perMinute(),
                    pool.servers().size(),
                    failing.size(),
                    failing.stream()
                            .map(Pool.Server::restsUntil)
                            .filter(Objects::nonNull)
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    pool.pauses().stream()
                            .filter(one -> one.until().isAfter(now))
                            .limit(MOST_PAUSES)
                            .toList());
        }
    }

    /** In the demonstration nothing leaves, whatever is set: messages are laid into the outbox. */
    private boolean staysHere() {
        return !relay.leaves() && environment.acceptsProfiles(Profiles.of("demo"));
    }

    private final class House implements Outlet {

        @Override
        public String domain() {
            return relay.from().substring(relay.from().lastIndexOf('@') + 1);
        }

        @Override
        public int lines() {
            return relay.leaves() ? LINES : 1;
        }

        @Override
        public Relay.Line open() {
            return relay.open();
        }

        @Override
        public Parcel.Sender sender(String name, @Nullable String replyTo, UUID message) {
            return new Parcel.Sender(name, replyTo);
        }

        @Override
        public Map<String, String> marks(UUID message) {
            return Map.of();
        }
    }

    private final class Own implements Outlet {

        private final Sender sender;
        private final @Nullable Provider provider;
        private final @Nullable PoolLines pool;

        Own(Sender sender) {
            this.sender = sender;
            this.provider = hooks.of(sender.id()).map(Hook::provider).orElse(null);
            this.pool = sender.pool() == null || staysHere()
                    ? null
                    : new PoolLines(pools.get(sender.pool()), pools, relay, clock);
        }

        @Override
        public String domain() {
            return sender.domain().name();
        }

        @Override
        public int lines() {
            return pool == null ? relay.leaves() ? LINES : 1 : pool.lines();
        }

        @Override
        public int most() {
            return pool == null ? Integer.MAX_VALUE : pool.most();
        }

        @Override
        public int domainPerMinute() {
            return pool == null ? 0 : pool.domainPerMinute();
        }

        @Override
        public Relay.Line open() {
            return pool == null ? relay.open(seal()) : pool.open(this::seal);
        }

        private Seal seal() {
            return new DkimSeal(sender.domain(), senders.keyOf(sender.id()).key(), clock);
        }

        @Override
        public Parcel.Sender sender(String name, @Nullable String replyTo, UUID message) {
            var face = sender.face();
            return new Parcel.Sender(
                    name.isEmpty() ? face.name() : name,
                    replyTo == null ? face.replyTo() : replyTo,
                    face.address(),
                    returnTo(message));
        }

        private @Nullable String returnTo(UUID message) {
            var returnTo = sender.domain().returnTo();
            return returnTo == null ? null : returnTo.replaceFirst("@", "+" + tokens.of(message) + "@");
        }

        @Override
        public Map<String, String> marks(UUID message) {
            var token = tokens.of(message);
            var marks = new LinkedHashMap<>(Map.of(ReturnToken.HEADER, token));
            if (provider != null) {
                marks.putAll(provider.marks(token));
            }
            return marks;
        }
    }
}

package fi.seloste.senders;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.installation.Keys;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The door to senders: made, changed and removed by whoever runs the house, chosen by marketing. What was found about a domain falls with a change of it, until {@link #look}. */
@Component
public class Senders {

    private final SenderRecords records;
    private final Answers answers;
    private final Pools pools;
    private final Keys keys;
    private final Evidence evidence;
    private final Purposes purposes;
    private final Clock clock;

    Senders(
            SenderRecords records,
            Answers answers,
            Pools pools,
            Keys keys,
            Evidence evidence,
            Purposes purposes,
            Clock clock) {
        this.records = records;
        this.answers = answers;
        this.pools = pools;
        this.keys = keys;
        this.evidence = evidence;
        this.purposes = purposes;
        this.clock = clock;
    }

    /** All of them, by name; in the running purpose where one runs. */
    public List<Sender> all() {
        return read(records::all);
    }

    public Sender get(UUID id) {
        return read(() -> records.find(id)).orElseThrow(() -> Problem.notFound("sender"));
    }

    public List<DomainRecord> recordsOf(Sender sender) {
        return DomainRecord.of(sender);
    }

    /** A new one, with a key that was pasted or else made here. */
    public UUID make(Sender.Wish wish, @Nullable String pem, Actor actor) {
        var key = key(pem);
        checked(wish);
        var id = Ids.next();
        purposes.as(Purpose.TECHNICAL, () -> {
            records.add(id, wish, sealed(key), actor.staff(), clock.instant());
            tell("sender-made", id, wish, actor);
        });
        return id;
    }

    /** What somebody else changed meanwhile is refused. */
    public void change(UUID id, int seen, Sender.Wish wish, Actor actor) {
        checked(wish);
        purposes.as(Purpose.TECHNICAL, () -> {
            if (get(id).version() != seen) {
                throw Problem.stale("senders.stale");
            }
            records.change(id, wish, clock.instant());
            records.found(id, List.of());
            tell("sender-changed", id, wish, actor);
        });
    }

    /** Another key, under another selector: what was signed before must stay readable under the old one. */
    public void renewKey(UUID id, String selector, @Nullable String pem, Actor actor) {
        var key = key(pem);
        var before = get(id);
        var domain = before.domain();
        var wish = new Sender.Wish(
                before.face(),
                new Sender.Domain(domain.name(), selector, domain.returnTo(), domain.spf()),
                before.pool());
        if (wish.domain().selector().equals(domain.selector())) {
            throw Problem.invalid("selector", "senders.selector.same", domain.selector());
        }
        purposes.as(Purpose.TECHNICAL, () -> {
            records.change(id, wish, clock.instant());
            records.setKey(id, sealed(key), clock.instant());
            records.found(id, List.of());
            tell("sender-key-renewed", id, wish, actor);
        });
    }

    public void remove(UUID id, Actor actor) {
        try {
            purposes.as(Purpose.TECHNICAL, () -> {
                var wish = get(id).wish();
                records.remove(id);
                tell("sender-removed", id, wish, actor);
            });
        } catch (DataIntegrityViolationException e) {
            throw Problem.conflict("senders.used");
        }
    }

    /** Asks DNS what the domain's records say now, and keeps the answer. */
    public void look(UUID id) {
        var found = new DomainLook(get(id), answers, clock.instant()).look();
        purposes.as(Purpose.TECHNICAL, () -> records.found(id, found));
    }

    /** The key by which it signs; outside any purpose but the technical. */
    DkimKey keyOf(UUID id) {
        var sealed = purposes.apart(Purpose.TECHNICAL, () -> records.sealedKey(id));
        return DkimKey.opened(keys.decrypt(Keys.SETTINGS, sealed));
    }

    private void checked(Sender.Wish wish) {
        var pool = wish.pool();
        if (pool != null) {
            Problem.named("pool", () -> pools.get(pool));
        }
        if (!wish.domain().isOf(wish.face())) {
            throw Problem.invalid(
                    "domain", "senders.domain.other", wish.domain().name());
        }
    }

    private static DkimKey key(@Nullable String pem) {
        return pem == null || pem.isBlank() ? DkimKey.made() : DkimKey.pasted(pem);
    }

    private SenderRecords.Key sealed(DkimKey key) {
        return new SenderRecords.Key(key.publicKey(), keys.encrypt(Keys.SETTINGS, key.encoded()));
    }

    private <T> T read(java.util.function.Supplier<T> read) {
        return purposes.isRunning() ? read.get() : purposes.as(Purpose.TECHNICAL, read);
    }

    private void tell(String act, UUID id, Sender.Wish wish, Actor actor) {
        evidence.record(
                actor,
                Act.of(act)
                        .about("sender", id)
                        .with(Map.of(
                                "address", wish.face().address(),
                                "domain", wish.domain().name(),
                                "selector", wish.domain().selector())));
    }
}

package fi.seloste.suppression;

import fi.seloste.base.RequestId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to suppression by fingerprint. A ban of a person of the register goes through the register, which marks the person in the
 * same transaction; here is what holds also when nobody of the register is left.
 */
@Component
public class Suppression {

    private final SuppressionEntries entries;
    private final Fingerprints fingerprints;
    private final Clock clock;

    Suppression(SuppressionEntries entries, Fingerprints fingerprints, Clock clock) {
        this.entries = entries;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    /** What may not be done with an address: true says that it is refused. */
    public record Check(boolean marketing, boolean recollection) {}

    /** Why an entry is made: a word of ours, and the request that asked for it where there was one. */
    public record Reason(String code, @Nullable RequestId request) {}

    public Check check(String email) {
        return check(Fingerprint.Kind.EMAIL, email);
    }

    public Check check(Fingerprint.Kind kind, String value) {
        var refused = entries.refused(canonical(List.of(value), kind));
        return new Check(refused.contains("marketing-ban"), refused.contains("recollection"));
    }

    /** When the newest of these was forbidden to be collected again, or empty. */
    public Optional<Instant> erasedAt(Fingerprint.Kind kind, Collection<String> values) {
        return values.isEmpty() ? Optional.empty() : entries.recollectionSince(canonical(values, kind));
    }

    /** Bans marketing to what these prints belong to, whether or not the register knows anybody. */
    public void ban(Collection<Fingerprint> prints, Reason reason) {
        add("marketing-ban", prints, reason);
    }

    /** After an erasure: these are not collected again from public sources, bought lists, visitor identification or other systems. */
    public void forbidRecollection(Collection<Fingerprint> prints, Reason reason) {
        add("recollection", prints, reason);
    }

    /** Ends the bans on these prints; the entry stays and says who lifted it. */
    public void lift(Collection<Fingerprint> prints, String by) {
        entries.lift(prints.stream().map(Fingerprint::canonical).toList(), by, clock.instant());
    }

    /** How many entries there are of a kind, under a version of the key. */
    public record Count(String kind, String channel, int keyVersion, long inForce, long lifted) {}

    /** Numbers only: what the list holds nobody can read. */
    public List<Count> counts() {
        return entries.counts();
    }

    /** A contact point whose print was made anew, with the print it had before. */
    public record Renewed(byte[] strictBefore, Fingerprint print) {}

    /** Entries of these contact points go over to the newest key. */
    public int renew(List<Renewed> renewed) {
        return renewed.isEmpty() ? 0 : entries.renew(renewed);
    }

    private void add(String kind, Collection<Fingerprint> prints, Reason reason) {
        if (!prints.isEmpty()) {
            entries.addAll(kind, List.copyOf(prints), reason, clock.instant());
        }
    }

    private List<byte[]> canonical(Collection<String> values, Fingerprint.Kind kind) {
        return values.stream()
                .flatMap(value -> fingerprints.everyVersion(kind, value).stream())
                .map(Fingerprint::canonical)
                .toList();
    }
}

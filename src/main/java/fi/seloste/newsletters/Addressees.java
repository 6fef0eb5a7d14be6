package fi.seloste.newsletters;

import fi.seloste.base.Folded;
import fi.seloste.base.LegalTime;
import fi.seloste.base.PersonId;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that finds, in the rights purpose, whose an address is, under every key that fingerprints were ever made with. */
@Component
class Addressees {

    private final JdbcClient jdbc;
    private final Fingerprints fingerprints;
    private final Clock clock;
    private final ZoneId place;

    Addressees(
            JdbcClient jdbc,
            Fingerprints fingerprints,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.jdbc = jdbc;
        this.fingerprints = fingerprints;
        this.clock = clock;
        this.place = place;
    }

    /** Somebody whom the address reaches; {@code reads} says that a newsletter goes there already. */
    record Reached(UUID personId, String name, boolean alone, boolean reads) {

        PersonId person() {
            return new PersonId(personId);
        }
    }

    /**
     * Whose it is, as far as the address tells: who reads a newsletter there already, the only one it reaches if it is nobody's but theirs, or the one of
     * that name. Empty where it could be several.
     */
    Optional<Reached> whose(String email, @Nullable String name) {
        var reached = reachedBy(email);
        var read = only(reached, Reached::reads);
        if (read.isPresent()) {
            return read;
        }
        if (reached.size() == 1 && reached.getFirst().alone()) {
            return Optional.of(reached.getFirst());
        }
        return name == null
                ? Optional.empty()
                : only(reached, one -> Folded.of(one.name()).equals(Folded.of(name)));
    }

    /** Whether it reaches somebody at all: asked of an address that is nobody's in particular. */
    boolean reachesSeveral(String email) {
        return !reachedBy(email).isEmpty();
    }

    private static Optional<Reached> only(List<Reached> reached, Predicate<Reached> such) {
        var found = reached.stream().filter(such).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private List<Reached> reachedBy(String email) {
        var prints = fingerprints.everyVersion(Fingerprint.Kind.EMAIL, email).stream()
                .map(Fingerprint::canonical)
                .toArray(byte[][]::new);
        return jdbc.sql("""
                        select p.person_id, p.name, bool_and(c.usage = 'personal') as alone,
                               exists (select 1
                                         from newsletters.preference f
                                        where f.person_id = p.person_id and f.address = :email) as reads
                          from register.contact_point c
                          join register.person p on p.person_id = c.person_id
                         where c.kind = 'email' and c.canonical_print = any(:prints::bytea[])
                           and (c.valid_until is null or c.valid_until >= :today)
                           and p.merged_into is null and (p.standing & 8) = 0
                         group by p.person_id, p.name
                         order by p.person_id
                         limit 50""")
                .param("prints", prints)
                .param("email", email)
                .param("today", LegalTime.dayOf(clock.instant(), place))
                .query(Reached.class)
                .list();
    }
}

package fi.seloste.forms;

import fi.seloste.base.Folded;
import fi.seloste.base.LegalTime;
import fi.seloste.base.PersonId;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL of whose address it is. Everybody is looked at, also whom no purpose of staff sees, by fingerprints alone: in the purpose of keeping,
 * which reads no names.
 */
@Component
class Matching {

    private final Fingerprints fingerprints;
    private final Purposes purposes;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId place;

    Matching(
            Fingerprints fingerprints,
            Purposes purposes,
            JdbcClient jdbc,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.fingerprints = fingerprints;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.clock = clock;
        this.place = place;
    }

    /** A person whom an address reaches, and whether others read it too. */
    record Reached(UUID personId, String usage) {

        PersonId person() {
            return new PersonId(personId);
        }

        boolean isAlone() {
            return usage.equals("personal");
        }
    }

    /** By an address that holds today; what somebody was reached by once may be another's by now. Inside a purpose of the same login, such as customer relations. */
    List<Reached> reachedBy(String email) {
        var prints = fingerprints.everyVersion(Fingerprint.Kind.EMAIL, email).stream()
                .map(Fingerprint::canonical)
                .toArray(byte[][]::new);
        return purposes.as(
                Purpose.KEEPING,
                () -> jdbc.sql("""
                        select c.person_id, max(c.usage) as usage
                          from register.contact_point c
                          join register.person p on p.person_id = c.person_id
                         where c.kind = 'email' and c.canonical_print = any(:prints::bytea[])
                           and (c.valid_until is null or c.valid_until >= :today)
                           and p.merged_into is null and (p.standing & 8) = 0
                         group by c.person_id
                         order by c.person_id
                         limit 50""")
                        .param("prints", prints)
                        .param("today", LegalTime.dayOf(clock.instant(), place))
                        .query(Reached.class)
                        .list());
    }

    /** The one person whose own address it is. Of an address that several read the one of the same name, as far as the purpose sees names. */
    Optional<PersonId> one(List<Reached> reached, String name) {
        if (reached.size() == 1 && reached.getFirst().isAlone()) {
            return Optional.of(reached.getFirst().person());
        }
        var wanted = Folded.of(name);
        var ids = reached.stream().map(Reached::personId).toArray(UUID[]::new);
        var same = jdbc
                .sql("select person_id, name from register.person where person_id = any(:ids::uuid[])")
                .param("ids", ids)
                .query(Named.class)
                .list()
                .stream()
                .filter(one -> Folded.of(one.name()).equals(wanted))
                .toList();
        return same.size() == 1 ? Optional.of(new PersonId(same.getFirst().personId())) : Optional.empty();
    }

    record Named(UUID personId, String name) {}
}

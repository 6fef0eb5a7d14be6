package fi.seloste.register;

import fi.seloste.base.LegalTime;
import fi.seloste.base.PersonId;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL of who reads at an address. Everybody is looked at, also whom no purpose of staff sees, by fingerprints alone: in the purpose of
 * keeping, which reads no names. To be asked inside a purpose of the same login, such as customer relations.
 */
@Component
public class AddressReaders {

    private final Fingerprints fingerprints;
    private final Purposes purposes;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId place;

    AddressReaders(
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

    /** Somebody who reads there, and whether it is theirs alone: the usage is that of the contact point, of several the least personal. */
    public record Reader(PersonId person, String usage) {

        public boolean isAlone() {
            return usage.equals("personal");
        }

        public boolean isAmongMany() {
            return usage.equals("shared");
        }
    }

    /** By an address that holds today: what somebody was reached by once may be another's by now. Fifty at most. */
    public List<Reader> of(String email) {
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
                        .query((row, n) -> new Reader(
                                new PersonId(row.getObject("person_id", UUID.class)), row.getString("usage")))
                        .list());
    }
}

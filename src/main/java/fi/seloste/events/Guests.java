package fi.seloste.events;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.PersonId;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of whom a registration is: by the fingerprint of an address, or by the link that a person was sent. */
@Component
class Guests {

    private final JdbcClient jdbc;
    private final Fingerprints fingerprints;

    Guests(JdbcClient jdbc, Fingerprints fingerprints) {
        this.jdbc = jdbc;
        this.fingerprints = fingerprints;
    }

    /** Somebody who is reached by an address, and who else reads there. */
    record Reached(PersonId person, String usage) {}

    /** By an address that holds on that day: what somebody was reached by once may be another's by now. In keeping, which knows everybody and nobody's name: also those whom the purposes of staff do not see. */
    List<Reached> reachedBy(String email, LocalDate today) {
        var prints = fingerprints.everyVersion(Fingerprint.Kind.EMAIL, email).stream()
                .map(Fingerprint::canonical)
                .toArray(byte[][]::new);
        return jdbc.sql("""
                        select distinct c.person_id, c.usage
                          from register.contact_point c
                         where c.kind = 'email' and c.canonical_print = any(:prints) and c.person_id is not null and (c.standing & 8) = 0
                           and (c.valid_until is null or c.valid_until >= :today)
                         order by c.person_id""")
                .param("prints", prints)
                .param("today", today)
                .query((row, n) ->
                        new Reached(new PersonId(row.getObject("person_id", UUID.class)), row.getString("usage")))
                .list();
    }

    /** What a person's own link fills in. */
    record Prefilled(String name, List<String> emails, String organisation) {

        String email() {
            return emails.isEmpty() ? "" : emails.getFirst();
        }

        /** Whether an address is one of theirs: whoever then holds their link has proved to read their mail. */
        boolean isReachedBy(String email) {
            var asked = EmailAddress.parse(email).canonical();
            return emails.stream()
                    .anyMatch(own -> EmailAddress.parse(own).canonical().equals(asked));
        }
    }

    /** On the person's own rows, which is all that this purpose shows. */
    Optional<Prefilled> prefilled() {
        var emails = jdbc.sql("""
                        select value
                          from register.contact_point
                         where kind = 'email' and value <> ''
                         order by usage = 'shared', position, contact_point_id""").query(String.class).list();
        return jdbc.sql("select name from register.person where name <> '' and merged_into is null")
                .query(String.class)
                .optional()
                .map(name -> new Prefilled(Objects.requireNonNull(name), emails, ""));
    }
}

package fi.seloste.events;

import fi.seloste.base.EmailAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of whom a registration is, by the link that a person was sent. */
@Component
class Guests {

    private final JdbcClient jdbc;

    Guests(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

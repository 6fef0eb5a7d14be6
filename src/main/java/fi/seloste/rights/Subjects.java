package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.installation.Keys;
import fi.seloste.register.Person;
import fi.seloste.store.Sql;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What rights need to know of people: whom an address leads to, how they are reached, what marks them. */
@Component
class Subjects {

    private final JdbcClient jdbc;
    private final Fingerprints fingerprints;
    private final Keys keys;
    private final ApplicationEventPublisher events;

    Subjects(JdbcClient jdbc, Fingerprints fingerprints, Keys keys, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.fingerprints = fingerprints;
        this.keys = keys;
        this.events = events;
    }

    record Match(UUID personId, String usage) {}

    /** Everybody whom this address reaches, under any key that fingerprints were ever made with. */
    List<Match> reachedBy(String email) {
        var prints = fingerprints.everyVersion(Fingerprint.Kind.EMAIL, email).stream()
                .map(Fingerprint::canonical)
                .toArray(byte[][]::new);
        return jdbc.sql("""
                        select c.person_id, min(c.usage) as usage
                          from register.contact_point c
                          join register.person p on p.person_id = c.person_id
                         where c.kind = 'email' and c.canonical_print = any(:prints::bytea[])
                           and p.merged_into is null and (p.standing & 8) = 0
                         group by c.person_id
                         order by c.person_id
                         limit 50""").param("prints", prints).query(Match.class).list();
    }

    /** Addresses and numbers as they are kept. */
    List<String> identifiers(PersonId person) {
        return jdbc.sql("""
                        select distinct value
                          from register.contact_point
                         where person_id = :person and kind in ('email', 'phone') and usage <> 'shared' and value <> ''
                         order by value""").param("person", person.value()).query(String.class).list();
    }

    List<Journal.Print> prints(PersonId person) {
        int version = keys.version(Keys.SUPPRESSION);
        return jdbc.sql("""
                        select distinct on (strict_print) kind, strict_print, canonical_print
                          from register.contact_point
                         where person_id = :person and kind in ('email', 'phone') and usage <> 'shared'""")
                .param("person", person.value())
                .query((row, n) -> new Journal.Print(
                        row.getString("kind"),
                        HexFormat.of().formatHex(row.getBytes("strict_print")),
                        HexFormat.of().formatHex(row.getBytes("canonical_print")),
                        version))
                .list();
    }

    /** Under each key that there ever was: what ends a ban must meet it, whatever key it was noted under. */
    List<Journal.Print> printsOfAllKeys(PersonId person) {
        return jdbc.sql("""
                        select kind, value
                          from register.contact_point
                         where person_id = :person and kind in ('email', 'phone') and usage <> 'shared' and value <> ''""").param("person", person.value()).query(Reach.class).list().stream()
                .flatMap(reach -> fingerprints.everyVersion(kind(reach.kind()), reach.value()).stream())
                .map(Subjects::print)
                .distinct()
                .toList();
    }

    record Reach(String kind, String value) {}

    private static Fingerprint.Kind kind(String channel) {
        return Fingerprint.Kind.valueOf(channel.toUpperCase(Locale.ROOT));
    }

    static Journal.Print print(Fingerprint print) {
        return new Journal.Print(
                print.kind().code(),
                HexFormat.of().formatHex(print.strict()),
                HexFormat.of().formatHex(print.canonical()),
                print.keyVersion());
    }

    static Fingerprint fingerprint(Journal.Print print) {
        return new Fingerprint(
                kind(print.channel()),
                HexFormat.of().parseHex(print.strict()),
                HexFormat.of().parseHex(print.canonical()),
                print.keyVersion());
    }

    /** The address on file: the one that was asked from, if it is on file, else the first that is the person's own. */
    Optional<String> addressOnFile(PersonId person, @Nullable String asked) {
        var print = asked == null ? new byte[0] : fingerprints.canonical(Fingerprint.Kind.EMAIL, asked);
        return jdbc.sql("""
                        select value
                          from register.contact_point
                         where person_id = :person and kind = 'email' and value <> ''
                         order by canonical_print = :print desc, usage = 'shared', bounced_at is not null, position, contact_point_id
                         limit 1""")
                .param("person", person.value())
                .param("print", print)
                .query(String.class)
                .optional();
    }

    Optional<Known> find(PersonId person) {
        return jdbc.sql("select name, language, standing from register.person where person_id = :person")
                .param("person", person.value())
                .query(Known.class)
                .optional();
    }

    record Known(String name, @Nullable String language, int standing) {

        boolean isBanned() {
            return (standing & 1) != 0;
        }

        boolean isErased() {
            return (standing & 8) != 0;
        }
    }

    String name(PersonId person) {
        return find(person).map(Known::name).orElse("");
    }

    /** The names of several, in one question. */
    Map<PersonId, String> names(Collection<PersonId> people) {
        return jdbc
                .sql("select person_id, name from register.person where person_id = any(:ids::uuid[])")
                .param("ids", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((rs, n) -> Map.entry(new PersonId(rs.getObject("person_id", UUID.class)), rs.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The person's language where we speak it, else the one they asked in. */
    String languageOf(PersonId person, String asked) {
        return find(person)
                .map(Known::language)
                .filter(Objects::nonNull)
                .filter(language -> List.of("fi", "sv", "en").contains(language))
                .orElse(asked);
    }

    boolean restrict(PersonId person) {
        return told(
                new Person.Restricted(person),
                jdbc.sql("""
                        update register.person
                           set standing = (standing | 2)::smallint, version = version + 1
                         where person_id = :person and (standing & 2) = 0""").param("person", person.value()).update());
    }

    boolean release(PersonId person) {
        return told(
                new Person.Released(person),
                jdbc.sql("""
                        update register.person
                           set standing = (standing & ~2)::smallint, version = version + 1
                         where person_id = :person and (standing & 2) = 2""").param("person", person.value()).update());
    }

    private boolean told(Object event, int rows) {
        if (rows > 0) {
            events.publishEvent(event);
        }
        return rows > 0;
    }

    /** What was changed in the register about a person since then: the proof that something was corrected. */
    long changesSince(PersonId person, Instant since) {
        return jdbc.sql("""
                        select count(*)
                          from register.change
                         where person_id = :person and at > :since and field <> 'marketing-ban'""")
                .param("person", person.value())
                .param("since", Sql.at(since))
                .query(Long.class)
                .single();
    }
}

package fi.seloste.newsletters;

import fi.seloste.base.LegalTime;
import fi.seloste.base.PersonId;
import fi.seloste.register.Sought;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of who subscribes to what, in the marketing purpose: whoever banned marketing is not among them. */
@Component
class Subscribers {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId place;

    Subscribers(JdbcClient jdbc, Clock clock, @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.place = place;
    }

    /** How many subscribe to each newsletter, by its slug. */
    Map<String, Integer> counts() {
        var counts = new HashMap<String, Integer>();
        jdbc.sql("""
                        select t.slug, (select count(*)
                                          from consents.standing(t.purpose, t.slug, :now) s
                                          join register.person p on p.person_id = s.person_id
                                         where p.merged_into is null) as people
                          from newsletters.topic t""").param("now", Sql.at(clock.instant())).query(row -> {
            counts.put(row.getString("slug"), row.getInt("people"));
        });
        return counts;
    }

    int count(Topic topic) {
        return jdbc.sql("""
                        select count(*)
                          from consents.standing(:purpose, :slug, :now) s
                          join register.person p on p.person_id = s.person_id
                         where p.merged_into is null""")
                .param("purpose", topic.plan().purpose())
                .param("slug", topic.slug())
                .param("now", Sql.at(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /** Those whom the words find, by the person's id, which is the order in which they came to the register. */
    List<Subscriber> page(Topic topic, Sought sought, @Nullable UUID after, int limit) {
        return sought.in(jdbc.sql("""
                        select p.person_id, p.name, f.rhythm,
                               coalesce(f.address, (select c.value
                                                      from register.contact_point c
                                                     where c.person_id = p.person_id and c.kind = 'email'
                                                       and (c.valid_until is null or c.valid_until >= :today)
                                                     order by c.position, c.contact_point_id
                                                     limit 1)) as email,
                               (select max(k.given_at)
                                  from consents.consent k
                                 where k.person_id = p.person_id and k.purpose = :purpose and k.topic = :slug) as since
                          from consents.standing(:purpose, :slug, :now) s
                          join register.person p on p.person_id = s.person_id
                          left join newsletters.preference f on f.person_id = p.person_id and f.topic_id = :topic
                         where p.merged_into is null and (:after::uuid is null or p.person_id > :after::uuid)
                           and %s
                         order by p.person_id
                         limit :limit""".formatted(sought.holds())))
                .param("purpose", topic.plan().purpose())
                .param("slug", topic.slug())
                .param("topic", topic.id())
                .param("now", Sql.at(clock.instant()))
                .param("today", today())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    private static Subscriber row(ResultSet row) throws SQLException {
        var rhythm = row.getString("rhythm");
        return new Subscriber(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                rhythm == null ? Rhythm.EACH : Rhythm.of(rhythm));
    }

    /** Whom marketing sees at this address, where it is one person alone. */
    Optional<PersonId> at(String email) {
        var found = jdbc.sql("""
                        select distinct c.person_id
                          from register.contact_point c
                          join register.person p on p.person_id = c.person_id
                         where c.kind = 'email' and c.value = :email and (c.valid_until is null or c.valid_until >= :today)
                           and p.merged_into is null""")
                .param("email", email)
                .param("today", today())
                .query(UUID.class)
                .list();
        return found.size() == 1 ? Optional.of(new PersonId(found.getFirst())) : Optional.empty();
    }

    private LocalDate today() {
        return LegalTime.dayOf(clock.instant(), place);
    }
}

package fi.seloste.register;

import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of bans: the database's own acts, since those who may ban may not all read what a ban touches. */
@Component
class Bans {

    private final JdbcClient jdbc;

    Bans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PersonId> ban(PersonId person, Ban ban, int keyVersion, By by) {
        return Refusal.translated(() -> jdbc.sql("""
                        select banned
                          from register.ban_person(:person, :sharedToo, :keyVersion, :reason, :request::uuid, :at, :actorKind, :actorId::uuid,
                                                   :actorName) as banned""")
                .param("person", person.value())
                .param("sharedToo", ban.sharedToo())
                .param("keyVersion", keyVersion)
                .param("reason", ban.reason())
                .param("request", ban.request() == null ? null : ban.request().value())
                .param("at", Sql.at(by.at()))
                .param("actorKind", by.actor().kind().name().toLowerCase(Locale.ROOT))
                .param("actorId", by.actor().id())
                .param("actorName", by.actor().name())
                .query((rs, n) -> new PersonId(new Result(rs).id("banned")))
                .list());
    }

    /** Since when the ban that is in force holds; empty where the running purpose reads no history, or knows none. */
    Optional<Instant> since(PersonId person) {
        return jdbc.sql("""
                        select c.at
                          from register.change c
                         where c.person_id = :person and c.entity = 'person' and c.field = 'marketing-ban' and c.old_value is null
                         order by c.at desc
                         limit 1""")
                .param("person", person.value())
                .query((rs, n) -> new Result(rs).at("at"))
                .optional();
    }

    boolean lift(PersonId person, String proof, By by) {
        return Refusal.translated(() -> jdbc.sql(
                        "select register.lift_ban(:person, :proof, :at, :actorKind, :actorId::uuid, :actorName) as lifted")
                .param("person", person.value())
                .param("proof", proof)
                .param("at", Sql.at(by.at()))
                .param("actorKind", by.actor().kind().name().toLowerCase(Locale.ROOT))
                .param("actorId", by.actor().id())
                .param("actorName", by.actor().name())
                .query(Boolean.class)
                .single());
    }
}

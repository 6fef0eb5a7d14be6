package fi.seloste.register;

import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.util.List;
import java.util.Locale;
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

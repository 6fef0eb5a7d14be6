package fi.seloste.register;

import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The history's SQL: every change of every field, with its source and actor. */
@Component
class Changes {

    /** A changed field of something that belongs to a party. */
    record Entry(
            Party party,
            String entity,
            UUID entityId,
            String field,
            @Nullable String was,
            @Nullable String became) {

        static Entry of(Party party, String field, @Nullable String was, @Nullable String became) {
            return new Entry(party, party.entity(), party.id(), field, was, became);
        }
    }

    private static final String COLUMNS = """
            select c.change_id as id, c.entity, c.entity_id, c.field, c.old_value, c.new_value, c.at, c.actor_name, c.source
              from register.change c
            """;

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(By by, Entry entry) {
        if (Objects.equals(entry.was(), entry.became()) && entry.was() != null) {
            return;
        }
        jdbc.sql("""
                        insert into register.change
                               (change_id, entity, entity_id, person_id, standing, organisation_id, field, old_value, new_value, at,
                                actor_kind, actor_id, actor_name, source)
                        select :id, :entity, :entityId, p.person_id, p.standing, :organisation, :field, :was, :became, :at,
                               :actorKind, :actorId, :actorName, :source
                          from (values (1)) one
                          left join register.person p on p.person_id = :person::uuid""")
                .param("id", Ids.next())
                .param("entity", entry.entity())
                .param("entityId", entry.entityId())
                .param("person", entry.party().personId())
                .param("organisation", entry.party().organisationId())
                .param("field", entry.field())
                .param("was", entry.was())
                .param("became", entry.became())
                .param("at", Sql.at(by.at()))
                .param("actorKind", by.actor().kind().name().toLowerCase(Locale.ROOT))
                .param("actorId", by.actor().id())
                .param("actorName", by.actor().name())
                .param("source", by.source() == null ? null : by.source().code())
                .update();
    }

    List<Change> of(Party party, @Nullable String field, @Nullable Cursor after, int limit) {
        return jdbc.sql(COLUMNS + """
                         where c.%s = :party
                           and (:field::text is null or c.field = :field)
                           and (:at::timestamptz is null or (c.at, c.change_id) < (:at::timestamptz, :id::uuid))
                         order by c.at desc, c.change_id desc
                         limit :limit""".formatted(party.entity() + "_id"))
                .param("party", party.id())
                .param("field", field)
                .param("at", after == null ? null : Sql.at(after.at(0)))
                .param("id", after == null ? null : after.id(1))
                .param("limit", limit)
                .query(Change.class)
                .list();
    }

    List<Change> of(Collection<UUID> ids) {
        return jdbc.sql(COLUMNS + "where c.change_id = any(:ids::uuid[])")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Change.class)
                .list();
    }

    Optional<Change> newest(Party party, String field) {
        return of(party, field, null, 1).stream().findFirst();
    }
}

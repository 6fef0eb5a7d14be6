package fi.seloste.register;

import fi.seloste.base.AccountId;
import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of acts on many at once: one statement for the act and one for the history, however many they are. */
@Component
class Selections {

    /** Whose processing is restricted is stored and left alone (Art. 18(2)). */
    private static final String FREE = Standing.unrestricted("p.standing");

    private final JdbcClient jdbc;

    Selections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of them, and the value that the act replaced. */
    record Touched(UUID id, @Nullable String was) {}

    List<Touched> tag(Selection selection, String tag) {
        var sql = selection.entity().equals("person") ? """
                insert into register.person_tag (person_id, standing, tag)
                select p.person_id, p.standing, :tag
                  from register.person p
                 where p.person_id = any(:ids::uuid[]) and p.merged_into is null and %s
                   and not exists (select 1 from register.person_tag t where t.person_id = p.person_id and t.tag = :tag)
                returning person_id as id, null::text as was""".formatted(FREE) : """
                insert into register.organisation_tag (organisation_id, tag)
                select o.organisation_id, :tag
                  from register.organisation o
                 where o.organisation_id = any(:ids::uuid[]) and o.merged_into is null
                   and not exists (select 1 from register.organisation_tag t where t.organisation_id = o.organisation_id and t.tag = :tag)
                returning organisation_id as id, null::text as was""";
        return touched(jdbc.sql(sql).param("ids", selection.array()).param("tag", tag));
    }

    List<Touched> untag(Selection selection, String tag) {
        var free = selection.entity().equals("person") ? " and " + FREE : "";
        return touched(jdbc.sql("""
                        delete from register.%1$s_tag p
                         where p.%1$s_id = any(:ids::uuid[]) and p.tag = :tag%2$s
                        returning p.%1$s_id as id, p.tag as was""".formatted(selection.entity(), free))
                .param("ids", selection.array())
                .param("tag", tag));
    }

    List<Touched> give(Selection selection, @Nullable AccountId owner, Instant at) {
        var free = selection.entity().equals("person") ? " and " + FREE : "";
        return touched(jdbc.sql("""
                        with old as (
                            select p.%1$s_id as id, p.owner_by::text as was
                              from register.%1$s p
                             where p.%1$s_id = any(:ids::uuid[]) and p.owner_by is distinct from :owner::uuid and p.merged_into is null%2$s
                               for update)
                        update register.%1$s p
                           set owner_by = :owner::uuid, version = p.version + 1, changed_at = :at
                          from old
                         where p.%1$s_id = old.id
                        returning p.%1$s_id as id, old.was""".formatted(selection.entity(), free))
                .param("ids", selection.array())
                .param("owner", owner == null ? null : owner.value())
                .param("at", Sql.at(at)));
    }

    /** One line of history for each. */
    void write(By by, String entity, List<Touched> touched, String field, @Nullable String became) {
        jdbc.sql("""
                        insert into register.change
                               (change_id, entity, entity_id, person_id, standing, organisation_id, field, old_value, new_value, at,
                                actor_kind, actor_id, actor_name)
                        select c.change_id, :entity, c.id, p.person_id, p.standing,
                               case when :entity = 'organisation' then c.id end, :field, c.was, :became, :at,
                               :actorKind, :actorId, :actorName
                          from unnest(:changes::uuid[], :ids::uuid[], :was::text[]) as c (change_id, id, was)
                          left join register.person p on p.person_id = c.id""")
                .param("changes", touched.stream().map(one -> Ids.next()).toArray(UUID[]::new))
                .param("ids", touched.stream().map(Touched::id).toArray(UUID[]::new))
                .param("was", touched.stream().map(Touched::was).toArray(String[]::new))
                .param("entity", entity)
                .param("field", field)
                .param("became", became)
                .param("at", Sql.at(by.at()))
                .param("actorKind", by.actor().kind().name().toLowerCase(Locale.ROOT))
                .param("actorId", by.actor().id())
                .param("actorName", by.actor().name())
                .update();
    }

    private static List<Touched> touched(JdbcClient.StatementSpec statement) {
        return statement
                .query((rs, n) -> {
                    var row = new Result(rs);
                    return new Touched(row.id("id"), row.maybe("was"));
                })
                .list();
    }
}

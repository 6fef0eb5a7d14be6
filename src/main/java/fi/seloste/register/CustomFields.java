package fi.seloste.register;

import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the fields that a company added, and of their values. */
@Component
class CustomFields {

    private static final String FIELD =
            "select d.custom_field_id, d.entity, d.name, d.kind, d.category, d.choices, d.position";

    private final JdbcClient jdbc;

    CustomFields(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, CustomField.New field, Instant at) {
        jdbc.sql("""
                        insert into register.custom_field (custom_field_id, entity, name, kind, category, choices, position, created_at)
                        select :id, :entity, :name, :kind, :category, :choices::text[], coalesce(max(d.position) + 1, 0), :at
                          from register.custom_field d
                         where d.entity = :entity""")
                .param("id", id)
                .param("entity", field.entity().code())
                .param("name", field.name())
                .param("kind", field.kind().code())
                .param("category", field.category())
                .param("choices", Sql.array(field.choices()))
                .param("at", Sql.at(at))
                .update();
    }

    void rename(UUID id, String name, List<String> choices, int position) {
        jdbc.sql("""
                        update register.custom_field
                           set name = :name, choices = :choices::text[], position = :position
                         where custom_field_id = :id""")
                .param("name", name)
                .param("choices", Sql.array(choices))
                .param("position", position)
                .param("id", id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from register.custom_value where custom_field_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from register.custom_field where custom_field_id = :id")
                .param("id", id)
                .update();
    }

    int count(UUID id) {
        return jdbc.sql("select count(*) from register.custom_value v where v.custom_field_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    List<CustomField> of(CustomField.Holder entity) {
        return jdbc.sql(FIELD + " from register.custom_field d where d.entity = :entity order by d.position, d.name")
                .param("entity", entity.code())
                .query((rs, n) -> field(rs))
                .list();
    }

    Optional<CustomField> find(UUID id) {
        return jdbc.sql(FIELD + " from register.custom_field d where d.custom_field_id = :id")
                .param("id", id)
                .query((rs, n) -> field(rs))
                .optional();
    }

    List<CustomField.Value> values(Party party) {
        return jdbc.sql(FIELD + """
                        , v.value
                          from register.custom_field d
                          left join register.custom_value v on v.custom_field_id = d.custom_field_id and v.%s_id = :party
                         where d.entity = :entity
                         order by d.position, d.name""".formatted(party.entity()))
                .param("party", party.id())
                .param("entity", party.entity())
                .query((rs, n) -> new CustomField.Value(field(rs), rs.getString("value")))
                .list();
    }

    Optional<String> value(Party party, UUID field) {
        return jdbc.sql(
                        "select v.value from register.custom_value v where v.%s_id = :party and v.custom_field_id = :field"
                                .formatted(party.entity()))
                .param("party", party.id())
                .param("field", field)
                .query(String.class)
                .optional();
    }

    void set(Party party, UUID field, @Nullable String value, Instant at) {
        jdbc.sql("delete from register.custom_value where %s_id = :party and custom_field_id = :field"
                        .formatted(party.entity()))
                .param("party", party.id())
                .param("field", field)
                .update();
        if (value != null) {
            insert(party, field, value, at);
        }
    }

    private void insert(Party party, UUID field, String value, Instant at) {
        jdbc.sql("""
                        insert into register.custom_value
                               (custom_value_id, custom_field_id, person_id, standing, organisation_id, value, created_at)
                        select :id, :field, p.person_id, p.standing, :organisation::uuid, :value, :at
                          from (values (1)) one
                          left join register.person p on p.person_id = :person::uuid
                         where :person::uuid is null or p.person_id is not null""")
                .param("id", Ids.next())
                .param("field", field)
                .param("person", party.personId())
                .param("organisation", party.organisationId())
                .param("value", value)
                .param("at", Sql.at(at))
                .update();
    }

    private static CustomField field(ResultSet rs) throws SQLException {
        var row = new Result(rs);
        return new CustomField(
                row.id("custom_field_id"),
                CustomField.Holder.valueOf(row.text("entity").toUpperCase(java.util.Locale.ROOT)),
                row.text("name"),
                CustomField.Kind.of(row.text("kind")),
                row.text("category"),
                row.texts("choices"),
                row.number("position"));
    }
}

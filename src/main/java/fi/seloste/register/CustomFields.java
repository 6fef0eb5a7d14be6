package fi.seloste.register;

import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the fields that a company added, and of their values. */
@Component
class CustomFields {

    private static final String FIELD =
            "select d.custom_field_id, d.entity, d.name, d.kind, d.category, d.choices, d.position, d.key";

    private final JdbcClient jdbc;

    CustomFields(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, CustomField.New field, String key, Instant at) {
        jdbc.sql("""
                        insert into register.custom_field (custom_field_id, entity, name, kind, category, choices, position, created_at, key)
                        select :id, :entity, :name, :kind, :category, :choices::text[], coalesce(max(d.position) + 1, 0), :at, :key
                          from register.custom_field d
                         where d.entity = :entity""")
                .param("id", id)
                .param("entity", field.entity().code())
                .param("name", field.name())
                .param("kind", field.kind().code())
                .param("category", field.category())
                .param("choices", Sql.array(field.choices()))
                .param("at", Sql.at(at))
                .param("key", key)
                .update();
    }

    /** Keys that begin so, of fields that are and that were. */
    Set<String> keys(String stem) {
        return jdbc.sql("""
                        select d.key from register.custom_field d where starts_with(d.key, :stem)
                         union all
                        select r.key from register.retired_field r where starts_with(r.key, :stem)""").param("stem", stem).query(String.class).set();
    }

    /** From now on it is filed there, and its values with it; gives back where it was. */
    String file(UUID id, String category, int bit) {
        return jdbc.sql("select register.file_field(:id, :category, :bit::smallint)")
                .param("id", id)
                .param("category", category)
                .param("bit", bit)
                .query(String.class)
                .single();
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

    /** {@code seen} are the values that can be read here, and therefore go. */
    void remove(CustomField field, int seen, Instant at) {
        var id = field.id();
        jdbc.sql("""
                        insert into register.retired_field (custom_field_id, entity, name, kind, category, key, retired_at)
                        select d.custom_field_id, d.entity, d.name, d.kind, d.category, d.key, :at
                          from register.custom_field d
                         where d.custom_field_id = :id""").param("at", Sql.at(at)).param("id", id).update();
        if (seen > 0) {
            jdbc.sql("delete from %s where custom_field_id = :id".formatted(table(field)))
                    .param("id", id)
                    .update();
        }
        jdbc.sql("delete from register.custom_field where custom_field_id = :id")
                .param("id", id)
                .update();
    }

    private static String table(CustomField field) {
        return field.filing().table();
    }

    int count(CustomField field) {
        return jdbc.sql("select count(*) from %s v where v.custom_field_id = :id".formatted(table(field)))
                .param("id", field.id())
                .query(Integer.class)
                .single();
    }

    /** Whether or not they can be read here. */
    int countAll(UUID id) {
        return jdbc.sql("select register.values_of_field(:id)")
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

    /** Of the fields that are filed so. */
    List<CustomField.Value> values(Party party, Collection<Filing> filings) {
        var fitting = filings.stream()
                .filter(filing -> filing.fits(holder(party.entity())))
                .toList();
        if (fitting.isEmpty()) {
            return List.of();
        }
        var parts = fitting.stream()
                .map(filing -> "select x.custom_field_id, x.value from %s x where x.%s_id = :party"
                        .formatted(filing.table(), party.entity()))
                .collect(Collectors.joining(" union all "));
        return jdbc.sql(FIELD + """
                        , v.value
                          from register.custom_field d
                          left join (%s) v on v.custom_field_id = d.custom_field_id
                         where d.entity = :entity and d.category = any(:categories::text[])
                         order by d.position, d.name""".formatted(parts))
                .param("party", party.id())
                .param("entity", party.entity())
                .param(
                        "categories",
                        Sql.array(fitting.stream().map(Filing::category).toList()))
                .query((rs, n) -> new CustomField.Value(field(rs), rs.getString("value")))
                .list();
    }

    Optional<String> value(Party party, CustomField field) {
        return jdbc.sql("select v.value from %s v where v.%s_id = :party and v.custom_field_id = :field"
                        .formatted(table(field), party.entity()))
                .param("party", party.id())
                .param("field", field.id())
                .query(String.class)
                .optional();
    }

    void set(Party party, CustomField field, @Nullable String value, Instant at) {
        jdbc.sql("delete from %s where %s_id = :party and custom_field_id = :field"
                        .formatted(table(field), party.entity()))
                .param("party", party.id())
                .param("field", field.id())
                .update();
        if (value != null) {
            insert(party, field, value, at);
        }
    }

    private void insert(Party party, CustomField field, String value, Instant at) {
        jdbc.sql("""
                        insert into %s
                               (custom_value_id, custom_field_id, person_id, standing, organisation_id, value, created_at)
                        select :id, :field, p.person_id, p.standing, :organisation::uuid, :value, :at
                          from (values (1)) one
                          left join register.person p on p.person_id = :person::uuid
                         where :person::uuid is null or p.person_id is not null""".formatted(table(field)))
                .param("id", Ids.next())
                .param("field", field.id())
                .param("person", party.personId())
                .param("organisation", party.organisationId())
                .param("value", value)
                .param("at", Sql.at(at))
                .update();
    }

    Optional<CustomField> byKey(String key) {
        return jdbc.sql(FIELD + " from register.custom_field d where d.key = :key")
                .param("key", key)
                .query((rs, n) -> field(rs))
                .optional();
    }

    Optional<CustomField.Retired> retired(String key) {
        return jdbc.sql(
                        "select r.key, r.entity, r.name, r.kind, r.category, r.retired_at from register.retired_field r where r.key = :key")
                .param("key", key)
                .query((rs, n) -> new CustomField.Retired(
                        rs.getString("key"),
                        holder(rs.getString("entity")),
                        rs.getString("name"),
                        CustomField.Kind.of(rs.getString("kind")),
                        rs.getString("category"),
                        rs.getObject("retired_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private static CustomField.Holder holder(String code) {
        return CustomField.Holder.valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static CustomField field(ResultSet rs) throws SQLException {
        var row = new Result(rs);
        return new CustomField(
                row.id("custom_field_id"),
                holder(row.text("entity")),
                row.text("name"),
                CustomField.Kind.of(row.text("kind")),
                row.text("category"),
                row.texts("choices"),
                row.number("position"),
                row.text("key"));
    }
}

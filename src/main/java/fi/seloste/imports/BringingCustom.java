package fi.seloste.imports;

import fi.seloste.register.CustomField.Holder;
import fi.seloste.register.Filing;
import java.util.List;

/** Values of the company's own fields, in SQL. A value that its field does not take is named by line and stays out. */
final class BringingCustom {

    private BringingCustom() {}

    static final String NAMES = """
            select distinct case when r.is_person then 'person' else 'organisation' end as entity, c.key as name
              from imports.row r
             cross join lateral jsonb_each_text(r.extras -> 'custom') as c
             where r.import_id = :id and r.extras is not null and r.outcome in ('new', 'changed')""";

    private static final String VALUES = """
            imports.row r
             cross join lateral jsonb_each_text(r.extras -> 'custom') as c
              join register.custom_field d
                on d.name = c.key and d.entity = case when r.is_person then 'person' else 'organisation' end""";

    private static final String TAKEN = """
            (case d.kind when 'text' then true
                         when 'number' then c.value ~ '^-?[0-9]+([.][0-9]+)?$'
                         when 'date' then c.value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
                         when 'yes-no' then c.value in ('yes', 'no')
                         else c.value = any(d.choices) end)""";

    static final String REFUSED = """
            insert into imports.error (import_id, number, line, header, weight, message, arguments)
            select :id, (-1000000000 - row_number() over (order by r.line, c.key))::integer, r.line, c.key, 'value', 'imports.custom.notTaken', array[d.name]
              from %s
             where r.import_id = :id and r.outcome in ('new', 'changed') and not %s
             limit 1000
                on conflict do nothing""".formatted(VALUES, TAKEN);

    /** One for each category under which a field can be filed: its values lie in a table of its own. */
    static final List<String> PEOPLE = each(Holder.PERSON, """
            insert into {table} (custom_value_id, custom_field_id, person_id, standing, value, import_id, created_at)
            select distinct on (p.person_id, d.custom_field_id) gen_random_uuid(), d.custom_field_id, p.person_id, p.standing, c.value, :id, :now
              from %s
              join register.person p on p.person_id = coalesce(r.person_id, r.own_id)
             where r.import_id = :id and r.extras is not null and r.is_person and r.outcome in ('new', 'changed') and %s
               and d.category = '{category}'
               and not exists (select 1
                                 from {table} v
                                where v.person_id = p.person_id and v.custom_field_id = d.custom_field_id)
             order by p.person_id, d.custom_field_id, r.line""".formatted(VALUES, TAKEN));

    static final List<String> ORGANISATIONS = each(Holder.ORGANISATION, """
            insert into {table} (custom_value_id, custom_field_id, organisation_id, value, import_id, created_at)
            select distinct on (f.organisation_id, d.custom_field_id)
                   gen_random_uuid(), d.custom_field_id, f.organisation_id, c.value, :id, :now
              from %s
              join imports.firm f on f.import_id = r.import_id and f.firm = r.firm
             where r.import_id = :id and r.extras is not null and not r.is_person and r.outcome in ('new', 'changed') and %s
               and d.category = '{category}'
               and not exists (select 1
                                 from {table} v
                                where v.organisation_id = f.organisation_id and v.custom_field_id = d.custom_field_id)
             order by f.organisation_id, d.custom_field_id, r.line""".formatted(VALUES, TAKEN));

    /** Only where differing values are to be overwritten. */
    static final List<String> CHANGES = each(Holder.PERSON, """
            insert into register.change
                   (change_id, entity, entity_id, person_id, standing, field, old_value, new_value, at, actor_kind, actor_id, actor_name, source,
                    import_id)
            select distinct on (v.custom_value_id) gen_random_uuid(), 'custom-value', v.custom_value_id, v.person_id, v.standing, d.name, v.value,
                   c.value, :now, :actorKind, :actorId::uuid, :actorName, :source, :id
              from %s
              join {table} v on v.custom_field_id = d.custom_field_id and v.person_id = r.person_id
             where r.import_id = :id and r.is_person and r.outcome = 'changed' and v.value <> c.value and %s and :update
             order by v.custom_value_id, r.line""".formatted(VALUES, TAKEN));

    static final List<String> OVERWRITE = each(Holder.PERSON, """
            update {table} v
               set value = c.new_value
              from register.change c
             where c.import_id = :id and c.entity = 'custom-value' and c.entity_id = v.custom_value_id and c.old_value is not null""");

    private static List<String> each(Holder holder, String statement) {
        return Filing.of(holder).stream()
                .map(one -> statement.replace("{table}", one.table()).replace("{category}", one.category()))
                .toList();
    }
}

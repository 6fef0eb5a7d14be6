package fi.seloste.imports;

import fi.seloste.register.CustomField.Holder;
import fi.seloste.register.Filing;

/**
 * What a staged row says that the register does not, in SQL, for the preview and the commit alike. A name that is only an address counts
 * as empty. What the register does not say is filled; what it says otherwise differs, and is left alone unless one asks for it.
 */
final class Differences {

    private Differences() {}

    /** Condition over imports.row r, register.person p: a value that differs from the one that is kept. */
    static final String PERSON_DIFFERS = """
            ((r.named and lower(p.name) <> lower(r.name) and p.name not like '%@%')
             or lower(p.job_title) <> lower(r.job_title)
             or lower(p.department) <> lower(r.department)
             or p.language <> r.language)""";

    static final String PERSON_FILLS = """
            ((r.named and p.name like '%@%')
             or (p.job_title is null and r.job_title is not null)
             or (p.department is null and r.department is not null)
             or (p.language is null and r.language is not null))""";

    /** Condition over imports.row r and its organisation o of imports.firm f: something that hangs on a person is not there yet. */
    static final String PERSON_ADDS = """
            (cardinality(r.fresh) > 0
             or (r.ban and (r.standing & 1) = 0)
             or (r.firm is not null
                 and not exists (select 1
                                   from register.affiliation a
                                   join imports.firm f on f.organisation_id = a.organisation_id
                                  where a.person_id = r.person_id and f.import_id = r.import_id and f.firm = r.firm))
             or exists (select 1
                          from unnest(r.roles) as role
                         where r.firm is not null
                           and not exists (select 1 from register.affiliation a where a.person_id = r.person_id and role.role = any(a.roles)))
             or exists (select 1
                          from unnest(r.tags) as tag
                         where not exists (select 1 from register.person_tag t where t.person_id = r.person_id and t.tag = tag.tag))
             or (r.note is not null
                 and not exists (select 1 from register.note n where n.person_id = r.person_id and n.text = r.note))
             or exists (select 1
                          from jsonb_each_text(r.extras -> 'custom') as c
                         where not exists (select 1
                                             from {values of people} v
                                             join register.custom_field d on d.custom_field_id = v.custom_field_id
                                            where v.person_id = r.person_id and d.entity = 'person' and d.name = c.key))
             or exists (select 1
                          from jsonb_to_recordset(r.extras -> 'addresses') as a (street text, postal_code text)
                         where not exists (select 1
                                             from register.postal_address x
                                            where x.person_id = r.person_id
                                              and lower(coalesce(x.street, '')) = lower(a.street)
                                              and coalesce(x.postal_code, '') = a.postal_code)))""".replace("{values of people}", Filing.everywhere(Holder.PERSON));

    static final String CUSTOM_DIFFERS = """
            exists (select 1
                      from jsonb_each_text(r.extras -> 'custom') as c
                      join register.custom_field d on d.entity = 'person' and d.name = c.key
                      join {values of people} v on v.custom_field_id = d.custom_field_id
                     where v.person_id = r.person_id and v.value <> c.value)""".replace("{values of people}", Filing.everywhere(Holder.PERSON));

    /** What was erased before and has no answer waits, whatever the register knows. */
    private static final String OUTCOME = """
            case when (r.standing & 2) = 2 then 'restricted'
                 when r.erased_at is not null and not i.given then 'asking'
                 when not w.known then 'new'
                 when w.differs or w.adds then 'changed'
                 else 'unchanged' end""";

    static final String OF_PEOPLE = """
            update imports.row y
               set outcome = v.outcome, differs = v.differs, adds = v.adds
              from (select r.line, %s as outcome, w.differs, w.adds
                      from imports.row r
                      join imports.import i on i.import_id = r.import_id
                      left join register.person p on p.person_id = r.person_id
                     cross join lateral (select p.person_id is not null as known,
                                                case when p.person_id is null then false
                                                     else coalesce(%s, false) or coalesce(%s, false) end as differs,
                                                case when p.person_id is null then false
                                                     else coalesce(%s, false) or coalesce(%s, false) end as adds) w
                     where r.import_id = :id and r.is_person) v
             where y.import_id = :id and y.line = v.line and (y.outcome, y.differs, y.adds) is distinct from (v.outcome, v.differs, v.adds)""".formatted(OUTCOME, PERSON_DIFFERS, CUSTOM_DIFFERS, PERSON_FILLS, PERSON_ADDS);

    static final String FIRM_FILLS = """
            ((o.business_id is null and f.business_id is not null) or (o.vat_id is null and f.vat_id is not null)
             or (o.website is null and f.website is not null) or (o.domain is null and f.domain is not null)
             or (o.segment is null and f.segment is not null)
             or (o.einvoice_address is null and f.einvoice_address is not null)
             or (o.einvoice_operator is null and f.einvoice_operator is not null))""";

    static final String FIRM_DIFFERS = """
            ((lower(o.name) <> lower(f.name) and f.name is distinct from f.business_id and f.name is distinct from f.vat_id) or o.vat_id <> f.vat_id or lower(o.website) <> lower(f.website)
             or lower(o.segment) <> lower(f.segment) or o.einvoice_address <> f.einvoice_address
             or o.einvoice_operator <> f.einvoice_operator)""";

    private static final String FIRM_ADDS =
            """
            (cardinality(r.fresh) > 0
             or exists (select 1
                          from unnest(r.tags) as tag
                         where not exists (select 1
                                             from register.organisation_tag t
                                            where t.organisation_id = o.organisation_id and t.tag = tag.tag))
             or (r.note is not null
                 and not exists (select 1 from register.note n where n.organisation_id = o.organisation_id and n.text = r.note))
             or exists (select 1
                          from jsonb_each_text(r.extras -> 'custom') as c
                         where not exists (select 1
                                             from {values of organisations} v
                                             join register.custom_field d on d.custom_field_id = v.custom_field_id
                                            where v.organisation_id = o.organisation_id and d.entity = 'organisation' and d.name = c.key))
             or exists (select 1
                          from jsonb_to_recordset(r.extras -> 'addresses') as a (street text, postal_code text)
                         where not exists (select 1
                                             from register.postal_address x
                                            where x.organisation_id = o.organisation_id
                                              and lower(coalesce(x.street, '')) = lower(a.street)
                                              and coalesce(x.postal_code, '') = a.postal_code)))""".replace("{values of organisations}", Filing.everywhere(Holder.ORGANISATION));

    static final String OF_ORGANISATIONS = """
            update imports.row y
               set outcome = v.outcome, differs = v.differs, adds = v.adds
              from (select r.line, %s as outcome, w.differs, w.adds
                      from imports.row r
                      join imports.import i on i.import_id = r.import_id
                      join imports.firm f on f.import_id = r.import_id and f.firm = r.firm
                      left join register.organisation o on o.organisation_id = f.organisation_id
                     cross join lateral (select o.organisation_id is not null as known,
                                                case when o.organisation_id is null then false else coalesce(%s, false) end as differs,
                                                case when o.organisation_id is null then false
                                                     else coalesce(%s, false) or coalesce(%s, false) end as adds) w
                     where r.import_id = :id and not r.is_person) v
             where y.import_id = :id and y.line = v.line and (y.outcome, y.differs, y.adds) is distinct from (v.outcome, v.differs, v.adds)""".formatted(OUTCOME, FIRM_DIFFERS, FIRM_FILLS, FIRM_ADDS);
}

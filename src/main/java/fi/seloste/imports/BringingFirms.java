package fi.seloste.imports;

/** How organisations come in, in SQL; see {@link Bringing} for the order and the parameters. */
final class BringingFirms {

    private BringingFirms() {}

    /** Those that no row needs any more, since all of theirs were refused, stay out. */
    static final String NUMBER = """
            update imports.firm f
               set organisation_id = f.own_id, is_new = true
             where f.import_id = :id and f.organisation_id is null
               and exists (select 1
                             from imports.row r
                            where r.import_id = :id and r.firm = f.firm and r.outcome in ('new', 'changed', 'unchanged'))""";

    static final String ADD = """
            insert into register.organisation
                   (organisation_id, name, name_folded, search_words, business_id, vat_id, website, domain, segment, einvoice_address,
                    einvoice_operator, source, source_detail, sourced_on, import_id, created_at, changed_at)
            select f.organisation_id, f.name, f.name_folded,
                   ' ' || f.name_folded || ' | ' || concat_ws(' ', f.business_id, lower(f.vat_id), f.domain),
                   f.business_id, f.vat_id, f.website, f.domain, f.segment, f.einvoice_address, f.einvoice_operator,
                   :source, :detail, :today, :id, :now, :now
              from imports.firm f
             where f.import_id = :id and f.is_new""";

    static final String ADDED = """
            insert into register.change
                   (change_id, entity, entity_id, organisation_id, field, new_value, at, actor_kind, actor_id, actor_name, source, import_id)
            select f.own_id, 'organisation', f.organisation_id, f.organisation_id, 'added', f.name, :now,
                   :actorKind, :actorId::uuid, :actorName, :source, :id
              from imports.firm f
             where f.import_id = :id and f.is_new""";

    static final String CHANGES = """
            insert into register.change
                   (change_id, entity, entity_id, organisation_id, field, old_value, new_value, at, actor_kind, actor_id, actor_name, source,
                    import_id)
            select gen_random_uuid(), 'organisation', o.organisation_id, o.organisation_id, v.field, v.was, v.became, :now,
                   :actorKind, :actorId::uuid, :actorName, :source, :id
              from imports.firm f
              join register.organisation o on o.organisation_id = f.organisation_id
             cross join lateral (values ('name', o.name, case when f.name is distinct from f.business_id
                                                               and f.name is distinct from f.vat_id then f.name end),
                                        ('business-id', o.business_id, f.business_id), ('vat-id', o.vat_id, f.vat_id),
                                        ('website', o.website, f.website), ('domain', o.domain, f.domain), ('segment', o.segment, f.segment),
                                        ('einvoice-address', o.einvoice_address, f.einvoice_address),
                                        ('einvoice-operator', o.einvoice_operator, f.einvoice_operator)) as v (field, was, became)
             where f.import_id = :id and not f.is_new and v.became is not null
               and (v.was is null or (:update and lower(v.was) <> lower(v.became)))""";

    static final String FILL = """
            update register.organisation o
               set name = case when w.renamed then f.name else o.name end,
                   business_id = coalesce(o.business_id, f.business_id),
                   vat_id = case when :update then coalesce(f.vat_id, o.vat_id) else coalesce(o.vat_id, f.vat_id) end,
                   website = case when :update then coalesce(f.website, o.website) else coalesce(o.website, f.website) end,
                   domain = case when :update then coalesce(f.domain, o.domain) else coalesce(o.domain, f.domain) end,
                   segment = case when :update then coalesce(f.segment, o.segment) else coalesce(o.segment, f.segment) end,
                   einvoice_address = case when :update then coalesce(f.einvoice_address, o.einvoice_address)
                                           else coalesce(o.einvoice_address, f.einvoice_address) end,
                   einvoice_operator = case when :update then coalesce(f.einvoice_operator, o.einvoice_operator)
                                            else coalesce(o.einvoice_operator, f.einvoice_operator) end,
                   version = o.version + 1, changed_at = :now
              from imports.firm f
             cross join lateral (select :update and f.name is distinct from f.business_id and f.name is distinct from f.vat_id as renamed) w
             where f.import_id = :id and not f.is_new and o.organisation_id = f.organisation_id
               and exists (select 1 from register.change c where c.import_id = :id and c.entity_id = o.organisation_id)""";

    /** Rows that are an organisation and no person: new ones whole, known ones where there is news. */
    static final String ROWS = """
            imports.row r
              join imports.firm f on f.import_id = r.import_id and f.firm = r.firm""";

    static final String POINTS = """
            insert into register.contact_point
                   (contact_point_id, organisation_id, kind, usage, label, value, strict_print, canonical_print, key_version, older_prints, position, source, source_detail,
                    sourced_on, import_id, created_at)
            select p.id, f.organisation_id, p.kind, p.usage, nullif(p.label, ''), p.value, p.strict_print, p.canonical_print, r.key_version,
                   %s, p.n - 1,
                   :source, :detail, :today, :id, :now
              from %s
             cross join lateral unnest(r.point_ids, r.kinds, r.usages, r.labels, r.reaches, r.stricts, r.canonicals)
                   with ordinality as p (id, kind, usage, label, value, strict_print, canonical_print, n)
             where r.import_id = :id and not r.is_person and (r.outcome = 'new' or (r.outcome = 'changed' and p.n = any(r.fresh)))""".formatted(BringingPeople.OLDER, ROWS);

    static final String ADDRESSES = """
            insert into register.postal_address
                   (postal_address_id, organisation_id, label, street, postal_code, city, country, source, import_id, created_at)
            select gen_random_uuid(), f.organisation_id, nullif(a.label, ''), nullif(a.street, ''), nullif(a.postal_code, ''), nullif(a.city, ''),
                   a.country, :source, :id, :now
              from %s
             cross join lateral jsonb_to_recordset(r.extras -> 'addresses')
                   as a (label text, street text, postal_code text, city text, country text)
             where r.import_id = :id and not r.is_person and r.outcome in ('new', 'changed')
               and not exists (select 1
                                 from register.postal_address x
                                where x.organisation_id = f.organisation_id and lower(coalesce(x.street, '')) = lower(a.street)
                                  and coalesce(x.postal_code, '') = a.postal_code)""".formatted(ROWS);

    static final String TAG_CHANGES = """
            insert into register.change
                   (change_id, entity, entity_id, organisation_id, field, new_value, at, actor_kind, actor_id, actor_name, source, import_id)
            select gen_random_uuid(), 'organisation', t.organisation_id, t.organisation_id, 'tag', t.tag, :now,
                   :actorKind, :actorId::uuid, :actorName, :source, :id
              from (select distinct f.organisation_id, tag.tag
                      from %s
                     cross join lateral unnest(r.tags) as tag (tag)
                     where r.import_id = :id and not r.is_person and r.outcome in ('new', 'changed')) t
             where not exists (select 1
                                 from register.organisation_tag x
                                where x.organisation_id = t.organisation_id and x.tag = t.tag)""".formatted(ROWS);

    static final String TAGS = """
            insert into register.organisation_tag (organisation_id, tag)
            select c.organisation_id, c.new_value
              from register.change c
             where c.import_id = :id and c.entity = 'organisation' and c.field = 'tag'""";

    static final String NOTES = """
            insert into register.note (note_id, organisation_id, kind, text, at, written_by, written_by_name, import_id, created_at)
            select r.own_id, f.organisation_id, 'note', r.note, :now, :sourcedBy::uuid, :actorName, :id, :now
              from %s
             where r.import_id = :id and not r.is_person and r.outcome in ('new', 'changed') and r.note is not null
               and not exists (select 1 from register.note n where n.organisation_id = f.organisation_id and n.text = r.note)""".formatted(ROWS);
}

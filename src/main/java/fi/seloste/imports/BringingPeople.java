package fi.seloste.imports;

/**
 * How people come in whom the register does not know, in SQL; see {@link Bringing} for the order and the parameters. Their standing is
 * worked out beforehand, so that no trigger has to change it on a million rows afterwards.
 */
final class BringingPeople {

    private BringingPeople() {}

    private static final String STANDING =
            "(:uninformed | case when r.banned then 1 else 0 end | case when r.barred then 16 else 0 end)::smallint";

    /** The older prints of a row stand together, as many for each contact point. */
    static final String OLDER = """
            coalesce(r.older[((p.n - 1) * (cardinality(r.older) / cardinality(r.canonicals)) + 1)::integer
                             : (p.n * (cardinality(r.older) / cardinality(r.canonicals)))::integer], '{}')""";

    private static final String NEW = "r.import_id = :id and r.is_person and r.outcome = 'new'";

    static final String ADD = """
            insert into register.person
                   (person_id, standing, name, given_name, family_name, sort_name, search_words, job_title, department, language, owner_by,
                    source, source_detail, sourced_on, sourced_by, inform_by, import_id, created_at, changed_at)
            select r.own_id, %s, r.name, r.given_name, r.family_name, r.sort_name, r.search_words, r.job_title, r.department, r.language,
                   case when r.owner is not null
                        then (select a.account_id
                                from staff.account a
                               where lower(a.name) = lower(r.owner) or a.email = lower(r.owner)
                               order by a.account_id
                               limit 1) end,
                   :source, case when r.external_id is null or not :elsewhere then :detail else :detail || ' (' || r.external_id || ')' end,
                   case when :elsewhere then :today else least(coalesce(r.created_on, :today), :today) end,
                   :sourcedBy::uuid, :informBy::date, :id, :now, :now
              from imports.row r
             where %s""".formatted(STANDING, NEW);

    static final String POINTS = """
            insert into register.contact_point
                   (contact_point_id, person_id, standing, kind, usage, label, value, strict_print, canonical_print, key_version, older_prints, position, bounced_at,
                    source, source_detail, sourced_on, import_id, created_at)
            select p.id, r.own_id, %s, p.kind, p.usage, nullif(p.label, ''), p.value, p.strict_print, p.canonical_print, r.key_version,
                   %s, p.n - 1,
                   case when r.bounced and p.kind = 'email' then :now::timestamptz end, :source, :detail, :today, :id, :now
              from imports.row r
             cross join lateral unnest(r.point_ids, r.kinds, r.usages, r.labels, r.reaches, r.stricts, r.canonicals)
                   with ordinality as p (id, kind, usage, label, value, strict_print, canonical_print, n)
             where %s""".formatted(STANDING, OLDER, NEW);

    static final String AFFILIATIONS = """
            insert into register.affiliation (affiliation_id, person_id, standing, organisation_id, job_title, roles, import_id, created_at)
            select r.own_id, r.own_id, %s, f.organisation_id, r.job_title, coalesce(r.roles, '{}'), :id, :now
              from imports.row r
              join imports.firm f on f.import_id = r.import_id and f.firm = r.firm
             where %s""".formatted(STANDING, NEW);

    static final String ADDRESSES = """
            insert into register.postal_address
                   (postal_address_id, person_id, standing, label, street, postal_code, city, country, source, import_id, created_at)
            select gen_random_uuid(), r.own_id, %s, nullif(a.label, ''), nullif(a.street, ''), nullif(a.postal_code, ''), nullif(a.city, ''),
                   a.country, :source, :id, :now
              from imports.row r
             cross join lateral jsonb_to_recordset(r.extras -> 'addresses')
                   as a (label text, street text, postal_code text, city text, country text)
             where %s and r.extras is not null""".formatted(STANDING, NEW);

    static final String TAGS = """
            insert into register.person_tag (person_id, standing, tag)
            select distinct r.own_id, %s, tag.tag
              from imports.row r
             cross join lateral unnest(r.tags) as tag (tag)
             where %s""".formatted(STANDING, NEW);

    static final String NOTES = """
            insert into register.note (note_id, person_id, standing, kind, text, at, written_by, written_by_name, import_id, created_at)
            select r.own_id, r.own_id, %s, 'note', r.note, :now, :sourcedBy::uuid, :actorName, :id, :now
              from imports.row r
             where %s and r.note is not null""".formatted(STANDING, NEW);

    /** One line of history each: their contact points and all else tell source and import themselves. */
    static final String ADDED = """
            insert into register.change
                   (change_id, entity, entity_id, person_id, standing, field, new_value, at, actor_kind, actor_id, actor_name, source, import_id)
            select r.own_id, 'person', r.own_id, r.own_id, %s, 'added', r.name, :now, :actorKind, :actorId::uuid, :actorName, :source, :id
              from imports.row r
             where %s""".formatted(STANDING, NEW);
}

package fi.seloste.imports;

/**
 * What known people gain, in SQL: empty fields are filled, contact points, posts, tags and notes added, and differing values overwritten
 * where that was asked for. Each change is a line of history that carries the import, by which an undo finds the way back.
 */
final class BringingNews {

    private BringingNews() {}

    /** Two rows of the file may have met in one person of the register: the first speaks. */
    private static final String KNOWN = """
            (select distinct on (x.person_id)
                    x.import_id, x.line, x.own_id, x.person_id, x.named, x.name, x.given_name, x.family_name, x.sort_name,
                    x.job_title, x.department, x.language, x.note, x.roles, x.extras, x.firm
               from imports.row x
              where x.import_id = :id and x.is_person and x.outcome = 'changed'
              order by x.person_id, x.line) r
              join register.person p on p.person_id = r.person_id""";

    private static final String ALL_KNOWN = """
            imports.row r
              join register.person p on p.person_id = r.person_id""";

    private static final String HISTORY = """
            insert into register.change
                   (change_id, entity, entity_id, person_id, standing, field, old_value, new_value, at, actor_kind, actor_id, actor_name, source,
                    import_id)
            """;

    private static final String BY = ":now, :actorKind, :actorId::uuid, :actorName, :source, :id";
    private static final String CHANGED = "r.import_id = :id and r.is_person and r.outcome = 'changed'";

    /** An address that came back elsewhere is not written to here either. That is a fact about the address and no word of the person's, so it bans nobody. */
    static final String BOUNCED = """
            update register.contact_point c
               set bounced_at = :now
              from imports.row r
             where r.import_id = :id and r.is_person and r.bounced and r.outcome <> 'restricted' and c.person_id = r.person_id
               and c.kind = 'email' and c.value = any(r.reaches) and c.bounced_at is null""";

    static final String CHANGES = HISTORY + """
            select gen_random_uuid(), 'person', p.person_id, p.person_id, p.standing, v.field, v.was, v.became, %s
              from %s
             cross join lateral (select r.named and (p.name like '%%@%%' or (:update and lower(p.name) <> lower(r.name))) as renamed) w
             cross join lateral (values ('name', p.name, r.name, w.renamed), ('given-name', p.given_name, r.given_name, w.renamed),
                                        ('family-name', p.family_name, r.family_name, w.renamed),
                                        ('job-title', p.job_title, r.job_title, p.job_title is null or :update),
                                        ('department', p.department, r.department, p.department is null or :update),
                                        ('language', p.language, r.language, p.language is null or :update)) as v (field, was, became, due)
             where v.due and v.became is not null and lower(v.became) is distinct from lower(v.was)""".formatted(BY, KNOWN);

    static final String FILL = """
            update register.person q
               set name = case when r.renamed then r.name else q.name end,
                   given_name = case when r.renamed then coalesce(r.given_name, q.given_name) else q.given_name end,
                   family_name = case when r.renamed then coalesce(r.family_name, q.family_name) else q.family_name end,
                   sort_name = case when r.renamed then r.sort_name else q.sort_name end,
                   job_title = case when :update then coalesce(r.job_title, q.job_title) else coalesce(q.job_title, r.job_title) end,
                   department = case when :update then coalesce(r.department, q.department) else coalesce(q.department, r.department) end,
                   language = case when :update then coalesce(r.language, q.language) else coalesce(q.language, r.language) end,
                   version = q.version + 1, changed_at = :now
              from (select r.person_id, r.name, r.given_name, r.family_name, r.sort_name, r.job_title, r.department, r.language,
                           r.named and (p.name like '%%@%%' or (:update and lower(p.name) <> lower(r.name))) as renamed
                      from %s) r
             where q.person_id = r.person_id""".formatted(KNOWN);

    static final String POINTS = """
            insert into register.contact_point
                   (contact_point_id, person_id, standing, kind, usage, label, value, strict_print, canonical_print, key_version, older_prints, position, bounced_at,
                    source, source_detail, sourced_on, import_id, created_at)
            select distinct on (p.person_id, t.canonical_print)
                   t.id, p.person_id, p.standing, t.kind, t.usage, nullif(t.label, ''), t.value, t.strict_print, t.canonical_print,
                   r.key_version, %s,
                   (select coalesce(max(c.position), -1) from register.contact_point c where c.person_id = p.person_id) + t.n,
                   case when r.bounced and t.kind = 'email' then :now::timestamptz end, :source, :detail, :today, :id, :now
              from %s
             cross join lateral unnest(r.point_ids, r.kinds, r.usages, r.labels, r.reaches, r.stricts, r.canonicals)
                   with ordinality as t (id, kind, usage, label, value, strict_print, canonical_print, n)
             where %s and t.n = any(r.fresh)
             order by p.person_id, t.canonical_print, r.line""".formatted(BringingPeople.OLDER.replace("p.n", "t.n"), ALL_KNOWN, CHANGED);

    static final String AFFILIATIONS = """
            insert into register.affiliation (affiliation_id, person_id, standing, organisation_id, job_title, roles, import_id, created_at)
            select distinct on (p.person_id, f.organisation_id)
                   r.own_id, p.person_id, p.standing, f.organisation_id, r.job_title, coalesce(r.roles, '{}'), :id, :now
              from %s
              join imports.firm f on f.import_id = r.import_id and f.firm = r.firm
             where %s
               and not exists (select 1
                                 from register.affiliation a
                                where a.person_id = p.person_id and a.organisation_id = f.organisation_id)
             order by p.person_id, f.organisation_id, r.line""".formatted(ALL_KNOWN, CHANGED);

    private static final String NEW_ROLES = """
            %s
              join imports.firm f on f.import_id = r.import_id and f.firm = r.firm
              join register.affiliation a on a.person_id = p.person_id and a.organisation_id = f.organisation_id
             where not r.roles <@ a.roles""".formatted(KNOWN);

    private static final String JOINED_ROLES =
            "array(select distinct x.role from unnest(a.roles || r.roles) as x (role) order by x.role)";

    static final String ROLE_CHANGES = HISTORY + """
            select gen_random_uuid(), 'affiliation', a.affiliation_id, p.person_id, p.standing, 'roles', array_to_string(a.roles, ', '),
                   array_to_string(%s, ', '), %s
              from %s""".formatted(JOINED_ROLES, BY, NEW_ROLES);

    static final String ROLES = """
            update register.affiliation b
               set roles = w.roles
              from (select distinct on (a.affiliation_id) a.affiliation_id, %s as roles
                      from %s) w
             where b.affiliation_id = w.affiliation_id""".formatted(JOINED_ROLES, NEW_ROLES);

    static final String ADDRESSES = """
            insert into register.postal_address
                   (postal_address_id, person_id, standing, label, street, postal_code, city, country, source, import_id, created_at)
            select gen_random_uuid(), p.person_id, p.standing, nullif(a.label, ''), nullif(a.street, ''), nullif(a.postal_code, ''),
                   nullif(a.city, ''), a.country, :source, :id, :now
              from %s
             cross join lateral jsonb_to_recordset(r.extras -> 'addresses')
                   as a (label text, street text, postal_code text, city text, country text)
             where not exists (select 1
                                 from register.postal_address x
                                where x.person_id = p.person_id and lower(coalesce(x.street, '')) = lower(a.street)
                                  and coalesce(x.postal_code, '') = a.postal_code)""".formatted(KNOWN);

    static final String TAG_CHANGES = HISTORY + """
            select gen_random_uuid(), 'person', t.person_id, t.person_id, t.standing, 'tag', null, t.tag, %s
              from (select distinct p.person_id, p.standing, tag.tag
                      from %s
                     cross join lateral unnest(r.tags) as tag (tag)
                     where %s) t
             where not exists (select 1 from register.person_tag x where x.person_id = t.person_id and x.tag = t.tag)""".formatted(BY, ALL_KNOWN, CHANGED);

    static final String TAGS = """
            insert into register.person_tag (person_id, standing, tag)
            select c.person_id, c.standing, c.new_value
              from register.change c
             where c.import_id = :id and c.entity = 'person' and c.field = 'tag'""";

    static final String NOTES = """
            insert into register.note (note_id, person_id, standing, kind, text, at, written_by, written_by_name, import_id, created_at)
            select r.own_id, p.person_id, p.standing, 'note', r.note, :now, :sourcedBy::uuid, :actorName, :id, :now
              from %s
             where r.note is not null
               and not exists (select 1 from register.note n where n.person_id = p.person_id and n.text = r.note)""".formatted(KNOWN);

    /** What was added to known people, as history: written after the fact from the rows themselves. */
    static final String ADDITIONS = HISTORY + """
            select gen_random_uuid(), a.entity, a.entity_id, p.person_id, p.standing, a.field, null, a.value, %s
              from (select distinct x.person_id
                      from imports.row x
                     where x.import_id = :id and x.is_person and x.outcome = 'changed') k
              join register.person p on p.person_id = k.person_id
             cross join lateral (select 'contact-point' as entity, c.contact_point_id as entity_id, c.kind as field, c.value
                                   from register.contact_point c
                                  where c.person_id = k.person_id and c.import_id = :id
                                 union all
                                 select 'affiliation', f.affiliation_id, 'organisation', o.name
                                   from register.affiliation f
                                   join register.organisation o on o.organisation_id = f.organisation_id
                                  where f.person_id = k.person_id and f.import_id = :id
                                 union all
                                 select 'postal-address', x.postal_address_id, 'postal-address',
                                        concat_ws(', ', x.street, concat_ws(' ', x.postal_code, x.city))
                                   from register.postal_address x
                                  where x.person_id = k.person_id and x.import_id = :id) a""".formatted(BY);
}

package fi.seloste.imports;

import fi.seloste.register.Standing;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out, for all staged rows at once, whom the register knows, who is banned, who was erased and what would change. Done for the
 * preview and once more in the commit's own transaction, since the register lives on in between.
 */
@Component
class Matching {

    private final JdbcClient jdbc;
    private final Purposes purposes;

    Matching(JdbcClient jdbc, Purposes purposes) {
        this.jdbc = jdbc;
        this.purposes = purposes;
    }

    /** Gives back how many rows it refused, which are gone now. */
    int match(Import entry) {
        int refused = purposes.as(Purpose.KEEPING, () -> {
            people(entry);
            firms(entry);
            int gone = suppressed(entry);
            posts(entry);
            return gone;
        });
        outcomes(entry);
        return refused;
    }

    /** Whom the register knows, and which of their contact points are news. Only rows that have to change are written. */
    private void people(Import entry) {
        run(entry, """
                update imports.row r
                   set person_id = w.person_id, standing = w.standing, fresh = w.fresh
                  from (select x.line, f.person_id,
                               -- an import brings several categories at once: whoever had one restricted is left alone
                               (f.standing
                                | case when %s then %d else 0 end)::smallint as standing,
                               case when f.person_id is not null
                                    then array(select p.n::integer
                                                 from unnest(x.canonicals) with ordinality as p (canonical_print, n)
                                                where not exists (select 1
                                                                    from register.contact_point c
                                                                   where c.canonical_print = p.canonical_print and c.person_id = f.person_id))
                                end as fresh
                          from imports.row x
                          left join imports.found(:id) f on f.line = x.line
                         where x.import_id = :id and x.is_person) w
                 where r.import_id = :id and r.line = w.line
                   and (w.person_id, w.standing, w.fresh) is distinct from (r.person_id, r.standing, r.fresh)""".formatted(Standing.restrictedInPart("f.standing"), Standing.RESTRICTED));
    }

    private void firms(Import entry) {
        run(entry, """
                update imports.firm f
                   set organisation_id = k.organisation_id
                  from imports.known(:id) k
                 where f.import_id = :id and f.firm = k.firm and f.organisation_id is distinct from k.organisation_id""");
    }

    private static final String LISTED = """
            select x.line
              from imports.row x
             cross join lateral unnest(x.canonicals || coalesce(x.older, '{}')) as p (canonical_print)
              join suppression.entry e on e.canonical_print = p.canonical_print
             where x.import_id = :id and e.kind = '%s' and e.lifted_at is null""";

    private static final String BANNED = """
            update imports.row r
               set banned = true
             where r.import_id = :id and not r.banned
               and ((r.standing & 1) = 1 or r.line in (%s))""".formatted(LISTED.formatted("marketing-ban"));

    private static final String BARRED = """
            update imports.row r
               set barred = true
             where r.import_id = :id and not r.barred and r.is_person
               and ((r.standing & 16) = 16
                    or exists (select 1
                                 from unnest(r.kinds, r.reaches) as p (kind, value)
                                 join register.organisation_ban b on b.domain = split_part(p.value, '@', 2)
                                where p.kind = 'email' and b.lifted_at is null))""";

    private static final String ERASED = """
            update imports.row r
               set erased_at = s.since_at
              from (%s
                     group by x.line) s
             where r.import_id = :id and r.line = s.line and r.erased_at is distinct from s.since_at""".formatted(LISTED.formatted("recollection")
            .replace("select x.line", "select x.line, max(e.since_at) as since_at"));

    private static final String REFUSED = """
            with gone as (
                delete from imports.row r
                 where r.import_id = :id and r.line in (%s)
                returning coalesce(r.lines, array[r.line]) as lines),
            line as (select distinct l.line from gone g cross join lateral unnest(g.lines) as l (line)),
            quoted as (
                update imports.error e
                   set arguments = '{}'
                  from line l
                 where e.import_id = :id and e.line = l.line)
            insert into imports.error (import_id, number, line, header, weight, message, arguments)
            select :id, -l.line::integer, l.line, '', 'row', 'imports.refused.erased', '{}'
              from line l
                on conflict do nothing""".formatted(LISTED.formatted("recollection"));

    /**
     * Whoever said no is marked. Whoever was erased is not collected again from a source that is not their own: of these people nothing
     * is kept but the number of their line. From other sources somebody has to say that the person gave the data.
     */
    private int suppressed(Import entry) {
        run(entry, BANNED);
        run(entry, BARRED);
        if (entry.source().isElsewhere()) {
            return run(entry, REFUSED);
        }
        run(entry, ERASED);
        return 0;
    }

    /** Which contact points of a known organisation are news. */
    private void posts(Import entry) {
        run(entry, """
                update imports.row r
                   set fresh = array(select p.n::integer
                                       from unnest(r.canonicals) with ordinality as p (canonical_print, n)
                                      where not exists (select 1
                                                          from register.contact_point c
                                                         where c.canonical_print = p.canonical_print
                                                           and c.organisation_id = f.organisation_id))
                  from imports.firm f
                 where r.import_id = :id and not r.is_person and f.import_id = :id and f.firm = r.firm and f.organisation_id is not null""");
    }

    private void outcomes(Import entry) {
        run(entry, Differences.OF_PEOPLE);
        run(entry, Differences.OF_ORGANISATIONS);
    }

    /** Where differing values are kept, a row that only differs changes nothing after all. */
    void settle(Import entry) {
        if (!entry.choices().update()) {
            run(entry, """
                    update imports.row r
                       set outcome = 'unchanged'
                     where r.import_id = :id and r.outcome = 'changed' and not r.adds""");
        }
    }

    void count(Import entry, int refused) {
        jdbc.sql("""
                update imports.import i
                   set refused_rows = i.refused_rows + :refused, staged = c.staged, new_rows = c.fresh, changed_rows = c.changed, unchanged_rows = c.unchanged, banned_rows = c.banned,
                       restricted_rows = c.restricted, asking_rows = c.asking
                  from (select count(*) as staged, count(*) filter (where r.outcome = 'new') as fresh,
                               count(*) filter (where r.outcome = 'changed') as changed,
                               count(*) filter (where r.outcome = 'unchanged') as unchanged,
                               count(*) filter (where (r.banned or r.barred) and r.outcome in ('new', 'changed', 'unchanged')) as banned,
                               count(*) filter (where r.outcome = 'restricted') as restricted,
                               count(*) filter (where r.outcome = 'asking') as asking
                          from imports.row r
                         where r.import_id = :id) c
                 where i.import_id = :id""").param("id", entry.id().value()).param("refused", refused).update();
    }

    private int run(Import entry, String sql) {
        return jdbc.sql(sql).param("id", entry.id().value()).update();
    }
}

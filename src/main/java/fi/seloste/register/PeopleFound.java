package fi.seloste.register;

import fi.seloste.base.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of people outside a page of a list: found by words, known by their ids, or all that a filter leaves. */
@Component
class PeopleFound {

    private final JdbcClient jdbc;
    private final PeopleFilter filter;
    private final PersonRows rows;
    private final Within within;
    private final Search search;

    PeopleFound(JdbcClient jdbc, PeopleFilter filter, PersonRows rows, Within within, Search search) {
        this.jdbc = jdbc;
        this.filter = filter;
        this.rows = rows;
        this.within = within;
        this.search = search;
    }

    /** Best matches first, in one statement: the search gives ids, and beside them stands what their rows show. */
    List<PersonRow> byWords(String typed, int limit) {
        var asked = search.asked("person", typed, limit);
        if (asked == null) {
            return List.of();
        }
        var page = """
                select f.found as person_id, f.n as k1, null::uuid as organisation_id
                  from %s with ordinality f (found, n)
                 where %%s""".formatted(asked.function());
        return plain(asked.in(new Where("true")).with("today", filter.today()), page);
    }

    /** In the order in which they are named. */
    List<PersonRow> byIds(List<PersonId> ids) {
        var where = new Where("p.person_id = any(:ids::uuid[])")
                .with("ids", values(ids))
                .with("today", filter.today());
        within.people(where, "p.person_id");
        return plain(where, """
                select p.person_id, array_position(:ids::uuid[], p.person_id) as k1, null::uuid as organisation_id
                  from register.person p
                 where %s""");
    }

    private List<PersonRow> plain(Where where, String page) {
        return rows.of(where, page, "page.k1", (row, result) -> Cursor.of(row.id())).stream()
                .map(PersonRows.Sorted::row)
                .toList();
    }

    /** Everybody whom a filter leaves, by name, up to a number. */
    List<PersonId> ids(PeopleQuery.Filter wanted, int most) {
        return ids(filter.where(wanted), most);
    }

    /** Those of these people whom the running purpose sees, by name. */
    List<PersonId> seen(Collection<PersonId> ids) {
        var where = new Where("p.merged_into is null and p.person_id = any(:ids::uuid[])").with("ids", values(ids));
        return ids(within.people(where, "p.person_id"), ids.size());
    }

    private List<PersonId> ids(Where where, int most) {
        var sql = """
                select p.person_id
                  from register.person p
                 where %s
                 order by p.sort_name collate "fi-x-icu", p.person_id
                 limit :most""".formatted(where);
        return where.with("most", most).applied(jdbc.sql(sql)).query(UUID.class).list().stream()
                .map(PersonId::new)
                .toList();
    }

    private static UUID[] values(Collection<PersonId> ids) {
        return ids.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}

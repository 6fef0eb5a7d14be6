package fi.seloste.register;

import fi.seloste.store.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of lists of people: a page's keys are found first, then what its rows show; no row is counted off and nothing is counted to the end. */
@Component
class PeopleLists {

    private static final int COUNTED = 10_001;
    private static final String CURRENT = "(f.until_on is null or f.until_on > :today)";

    /** Few people in all their organisations: join and sort. */
    private static final String JOINED = """
            select p.person_id, o.name as k1, o.organisation_id as k2, p.sort_name as k3, o.organisation_id
              from register.organisation o
              join register.affiliation f on f.organisation_id = o.organisation_id
              join register.person p on p.person_id = f.person_id
             where %s
             order by o.name collate "fi-x-icu" @dir, o.organisation_id @dir, p.sort_name collate "fi-x-icu" @dir, p.person_id @dir
             limit :limit""";

    /**
     * Everybody: the organisations are walked by their index and each gives its people, until the page is full. The inner limit makes
     * the planner do so; of a join it thinks that the policy leaves next to nobody, and sorts the whole register.
     */
    private static final String WALKED = """
            select x.person_id, o.name as k1, o.organisation_id as k2, x.sort_name as k3, o.organisation_id
              from register.organisation o
             cross join lateral (select p.person_id, p.sort_name
                                   from register.affiliation f
                                   join register.person p on p.person_id = f.person_id
                                  where f.organisation_id = o.organisation_id and %s
                                  order by p.sort_name collate "fi-x-icu" @dir, p.person_id @dir
                                  limit :limit) x
             where @from
             order by o.name collate "fi-x-icu" @dir, o.organisation_id @dir, x.sort_name collate "fi-x-icu" @dir, x.person_id @dir
             limit :limit""";

    private final JdbcClient jdbc;
    private final PeopleFilter filter;
    private final Within within;
    private final PersonRows rows;

    PeopleLists(JdbcClient jdbc, PeopleFilter filter, Within within, PersonRows rows) {
        this.jdbc = jdbc;
        this.filter = filter;
        this.within = within;
        this.rows = rows;
    }

    Slice<PersonRow> page(PeopleQuery query) {
        var read = switch (query.sort()) {
            case NAME -> byName(query);
            case CHANGED -> byChange(query);
            case ORGANISATION -> byOrganisation(query);
        };
        return Slice.of(read, query.part(), PersonRows.Sorted::key).map(PersonRows.Sorted::row);
    }

    int count(PeopleQuery query) {
        var where = filter.where(query.filter());
        return where.applied(jdbc.sql("select count(*) from (select 1 from register.person p where %s limit %d) counted"
                        .formatted(where, COUNTED)))
                .query(Integer.class)
                .single();
    }

    private List<PersonRows.Sorted> byName(PeopleQuery query) {
        var where = filter.where(query.filter());
        var way = Way.of(query);
        var mark = Cursor.parse(query.part().mark(), 2);
        if (mark != null) {
            where.and("(p.sort_name collate \"fi-x-icu\", p.person_id) %s (:name, :id::uuid)".formatted(way.beyond()))
                    .with("name", mark.key(0))
                    .with("id", mark.id(1));
        }
        return rows.of(
                where.with("limit", query.part().limit() + 1),
                way.in("""
                select p.person_id, p.sort_name as k1, p.person_id as k2, null::uuid as organisation_id
                  from register.person p
                 where %s
                 order by p.sort_name collate "fi-x-icu" @dir, p.person_id @dir
                 limit :limit"""),
                way.in("page.k1 collate \"fi-x-icu\" @dir, page.k2 @dir"),
                (row, page) -> Cursor.of(page.text("k1"), page.id("k2")));
    }

    private List<PersonRows.Sorted> byChange(PeopleQuery query) {
        var where = filter.where(query.filter());
        var way = Way.of(query);
        var mark = Cursor.parse(query.part().mark(), 2);
        if (mark != null) {
            where.and("(p.changed_at, p.person_id) %s (:at, :id::uuid)".formatted(way.beyond()))
                    .with("at", Sql.at(mark.at(0)))
                    .with("id", mark.id(1));
        }
        return rows.of(
                where.with("limit", query.part().limit() + 1),
                way.in("""
                select p.person_id, p.changed_at as k1, p.person_id as k2, null::uuid as organisation_id
                  from register.person p
                 where %s
                 order by p.changed_at @dir, p.person_id @dir
                 limit :limit"""),
                way.in("page.k1 @dir, page.k2 @dir"),
                (row, page) -> Cursor.of(page.at("k1"), page.id("k2")));
    }

    /** A row for each present post; people without any come last, and first where the order is turned round. */
    private List<PersonRows.Sorted> byOrganisation(PeopleQuery query) {
        var mark = Cursor.parse(query.part().mark(), 4);
        var amongOthers = mark != null && mark.key(1).isEmpty();
        var all = query.filter().organisation() == null && query.filter().role() == null;
        var limit = query.part().limit() + 1;
        var read = new ArrayList<PersonRows.Sorted>();
        if (query.isFalling()) {
            if (all && (mark == null || amongOthers)) {
                read.addAll(unemployed(query, mark, limit));
            }
            if (read.size() < limit) {
                read.addAll(employed(query, amongOthers ? null : mark));
            }
            return read;
        }
        if (!amongOthers) {
            read.addAll(employed(query, mark));
        }
        if (all && read.size() < limit) {
            read.addAll(unemployed(query, amongOthers ? mark : null, limit - read.size()));
        }
        return read;
    }

    private List<PersonRows.Sorted> employed(PeopleQuery query, @Nullable Cursor mark) {
        var where = filter.where(query.filter()).and(CURRENT).and("o.merged_into is null");
        var way = Way.of(query);
        if (query.filter().organisation() != null) {
            where.and("f.organisation_id = :organisation");
        }
        if (query.filter().role() != null) {
            where.and("'%s' = any(f.roles)".formatted(query.filter().role().code()));
        }
        var from = "true";
        if (mark != null) {
            // The first condition repeats what the second implies, and can use the index.
            from = "(o.name collate \"fi-x-icu\", o.organisation_id) %s= (:org, :orgId::uuid)".formatted(way.beyond());
            where.and(from)
                    .and(
                            "(o.name collate \"fi-x-icu\", o.organisation_id, p.sort_name collate \"fi-x-icu\", p.person_id)"
                                    + " %s (:org, :orgId::uuid, :name, :id::uuid)".formatted(way.beyond()))
                    .with("org", mark.key(0))
                    .with("orgId", mark.id(1))
                    .with("name", mark.key(2))
                    .with("id", mark.id(3));
        }
        return rows.of(
                where.with("limit", query.part().limit() + 1),
                way.in(
                        query.filter().isEmpty() && within.seeing().isEverybody()
                                ? WALKED.replace("@from", from)
                                : JOINED),
                way.in(
                        "page.k1 collate \"fi-x-icu\" @dir, page.k2 @dir, page.k3 collate \"fi-x-icu\" @dir, page.person_id @dir"),
                (row, page) -> Cursor.of(page.text("k1"), page.id("k2"), page.text("k3"), row.id()));
    }

    private List<PersonRows.Sorted> unemployed(PeopleQuery query, @Nullable Cursor mark, int limit) {
        var where = filter.where(query.filter())
                .and("not exists (select 1 from register.affiliation f where f.person_id = p.person_id and %s)"
                        .formatted(CURRENT));
        var way = Way.of(query);
        if (mark != null) {
            where.and("(p.sort_name collate \"fi-x-icu\", p.person_id) %s (:name, :id::uuid)".formatted(way.beyond()))
                    .with("name", mark.key(2))
                    .with("id", mark.id(3));
        }
        return rows.of(
                where.with("limit", limit),
                way.in("""
                select p.person_id, p.sort_name as k1, null::uuid as organisation_id
                  from register.person p
                 where %s
                 order by p.sort_name collate "fi-x-icu" @dir, p.person_id @dir
                 limit :limit"""),
                way.in("page.k1 collate \"fi-x-icu\" @dir, page.person_id @dir"),
                (row, page) -> Cursor.of("", "", page.text("k1"), row.id()));
    }
}

package fi.seloste.register;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
             order by o.name collate "fi-x-icu", o.organisation_id, p.sort_name collate "fi-x-icu", p.person_id
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
                                  order by p.sort_name collate "fi-x-icu", p.person_id
                                  limit :limit) x
             where @from
             order by o.name collate "fi-x-icu", o.organisation_id, x.sort_name collate "fi-x-icu", x.person_id
             limit :limit""";

    private final JdbcClient jdbc;
    private final PeopleFilter filter;
    private final Within within;
    private final Readable readable;

    PeopleLists(JdbcClient jdbc, PeopleFilter filter, Within within, Readable readable) {
        this.jdbc = jdbc;
        this.filter = filter;
        this.within = within;
        this.readable = readable;
    }

    /** A row with the key that the next page starts after. */
    private record Sorted(PersonRow row, Cursor key) {}

    Slice<PersonRow> page(PeopleQuery query) {
        var read = switch (query.sort()) {
            case NAME -> byName(query);
            case CHANGED -> byChange(query);
            case ORGANISATION -> byOrganisation(query);
        };
        return Slice.of(read, query.limit(), Sorted::key).map(Sorted::row);
    }

    int count(PeopleQuery query) {
        var where = filter.where(query.filter());
        return where.applied(jdbc.sql("select count(*) from (select 1 from register.person p where %s limit %d) counted"
                        .formatted(where, COUNTED)))
                .query(Integer.class)
                .single();
    }

    private List<Sorted> byName(PeopleQuery query) {
        var where = filter.where(query.filter());
        var after = Cursor.parse(query.after(), 2);
        if (after != null) {
            where.and("(p.sort_name collate \"fi-x-icu\", p.person_id) > (:name, :id::uuid)")
                    .with("name", after.key(0))
                    .with("id", after.id(1));
        }
        return rows(
                where.with("limit", query.limit() + 1),
                """
                select p.person_id, p.sort_name as k1, p.person_id as k2, null::uuid as organisation_id
                  from register.person p
                 where %s
                 order by p.sort_name collate "fi-x-icu", p.person_id
                 limit :limit""",
                "page.k1 collate \"fi-x-icu\", page.k2",
                (row, page) -> Cursor.of(page.text("k1"), page.id("k2")));
    }

    private List<Sorted> byChange(PeopleQuery query) {
        var where = filter.where(query.filter());
        var after = Cursor.parse(query.after(), 2);
        if (after != null) {
            where.and("(p.changed_at, p.person_id) < (:at, :id::uuid)")
                    .with("at", Sql.at(after.at(0)))
                    .with("id", after.id(1));
        }
        return rows(
                where.with("limit", query.limit() + 1),
                """
                select p.person_id, p.changed_at as k1, p.person_id as k2, null::uuid as organisation_id
                  from register.person p
                 where %s
                 order by p.changed_at desc, p.person_id desc
                 limit :limit""",
                "page.k1 desc, page.k2 desc",
                (row, page) -> Cursor.of(page.at("k1"), page.id("k2")));
    }

    /** A row for each present post; people without any come last. */
    private List<Sorted> byOrganisation(PeopleQuery query) {
        var after = Cursor.parse(query.after(), 4);
        var read = new ArrayList<Sorted>();
        if (after == null || !after.key(1).isEmpty()) {
            read.addAll(employed(query, after));
        }
        var all = query.filter().organisation() == null && query.filter().role() == null;
        if (all && read.size() <= query.limit()) {
            var last = after == null || !after.key(1).isEmpty() ? null : after;
            read.addAll(unemployed(query, last, query.limit() + 1 - read.size()));
        }
        return read;
    }

    private List<Sorted> employed(PeopleQuery query, @Nullable Cursor after) {
        var where = filter.where(query.filter()).and(CURRENT).and("o.merged_into is null");
        if (query.filter().organisation() != null) {
            where.and("f.organisation_id = :organisation");
        }
        if (query.filter().role() != null) {
            where.and("'%s' = any(f.roles)".formatted(query.filter().role().code()));
        }
        var from = "true";
        if (after != null) {
            // The first condition repeats what the second implies, and can use the index.
            from = "(o.name collate \"fi-x-icu\", o.organisation_id) >= (:org, :orgId::uuid)";
            where.and(from)
                    .and(
                            "(o.name collate \"fi-x-icu\", o.organisation_id, p.sort_name collate \"fi-x-icu\", p.person_id)"
                                    + " > (:org, :orgId::uuid, :name, :id::uuid)")
                    .with("org", after.key(0))
                    .with("orgId", after.id(1))
                    .with("name", after.key(2))
                    .with("id", after.id(3));
        }
        return rows(
                where.with("limit", query.limit() + 1),
                query.filter().isEmpty() && within.seeing().isEverybody() ? WALKED.replace("@from", from) : JOINED,
                "page.k1 collate \"fi-x-icu\", page.k2, page.k3 collate \"fi-x-icu\", page.person_id",
                (row, page) -> Cursor.of(page.text("k1"), page.id("k2"), page.text("k3"), row.id()));
    }

    private List<Sorted> unemployed(PeopleQuery query, @Nullable Cursor after, int limit) {
        var where = filter.where(query.filter())
                .and("not exists (select 1 from register.affiliation f where f.person_id = p.person_id and %s)"
                        .formatted(CURRENT));
        if (after != null) {
            where.and("(p.sort_name collate \"fi-x-icu\", p.person_id) > (:name, :id::uuid)")
                    .with("name", after.key(2))
                    .with("id", after.id(3));
        }
        return rows(
                where.with("limit", limit),
                """
                select p.person_id, p.sort_name as k1, null::uuid as organisation_id
                  from register.person p
                 where %s
                 order by p.sort_name collate "fi-x-icu", p.person_id
                 limit :limit""",
                "page.k1 collate \"fi-x-icu\", page.person_id",
                (row, page) -> Cursor.of("", "", page.text("k1"), row.id()));
    }

    /** Tells where a row stands in the order of its list. */
    private interface Key {
        Cursor of(PersonRow row, Result page) throws SQLException;
    }

    private List<Sorted> rows(Where where, String page, String order, Key key) {
        var sql = shown().formatted(page.formatted(where), order);
        return where.applied(jdbc.sql(sql))
                .query((rs, n) -> {
                    var row = row(rs);
                    return new Sorted(row, key.of(row, new Result(rs)));
                })
                .list();
    }

    Register.Untold untold(LocalDate until) {
        var where = within.people(
                new Where("p.inform_by is not null and p.informed_at is null and p.inform_by <= :until")
                        .with("until", until),
                "p.person_id");
        return where.applied(jdbc.sql("""
                        select count(*) as people, min(soonest.inform_by) as first
                          from (select p.inform_by
                                  from register.person p
                                 where %s
                                 order by p.inform_by
                                 limit 1001) soonest""".formatted(where)))
                .query(Register.Untold.class)
                .single();
    }

    List<PersonRow> of(List<PersonId> ids) {
        var where = new Where("p.person_id = any(:ids::uuid[])")
                .with("ids", ids.stream().map(PersonId::value).toArray(UUID[]::new))
                .with("today", filter.today());
        within.people(where, "p.person_id");
        return rows(where, """
                        select p.person_id, array_position(:ids::uuid[], p.person_id) as k1, null::uuid as organisation_id
                          from register.person p
                         where %s""", "page.k1", (row, page) -> Cursor.of(row.id())).stream()
                .map(Sorted::row)
                .toList();
    }

    private String shown() {
        var tags = readable.of(Set.of(PeopleFilter.TAGS)).isEmpty()
                ? "'{}'::text[]"
                : "array(select t.tag from register.person_tag t where t.person_id = p.person_id order by t.tag)";
        return """
                select page.*, p.name, p.job_title, e.employer_id, e.employer, e.roles,
                       (select c.value from register.contact_point c where c.person_id = p.person_id and c.kind = 'email'
                           and (c.valid_until is null or c.valid_until > :today) order by c.position limit 1) as email,
                       (select c.value from register.contact_point c where c.person_id = p.person_id and c.kind = 'phone'
                           and (c.valid_until is null or c.valid_until > :today) order by c.position limit 1) as phone,
                       p.owner_by, a.name as owner_name, p.language, p.source, p.standing, @tags as tags, p.last_act_at, p.changed_at
                  from (%s) page
                  join register.person p on p.person_id = page.person_id
                  left join staff.account a on a.account_id = p.owner_by
                  left join lateral (select o.organisation_id as employer_id, o.name as employer, f.roles
                                       from register.affiliation f
                                       join register.organisation o on o.organisation_id = f.organisation_id
                                      where f.person_id = p.person_id and (f.until_on is null or f.until_on > :today)
                                        and (page.organisation_id is null or f.organisation_id = page.organisation_id)
                                      order by f.from_on desc nulls last, f.affiliation_id desc
                                      limit 1) e on true
                 order by %s""".replace("@tags", tags);
    }

    private static PersonRow row(ResultSet rs) throws SQLException {
        var row = new Result(rs);
        var employer = row.maybeId("employer_id");
        return new PersonRow(
                new PersonId(row.id("person_id")),
                row.text("name"),
                row.maybe("job_title"),
                employer == null
                        ? null
                        : new PersonRow.Employer(
                                new OrganisationId(employer),
                                row.text("employer"),
                                Affiliation.Role.of(row.texts("roles"))),
                row.maybe("email"),
                row.maybe("phone"),
                People.owner(row),
                row.maybe("language"),
                Source.of(row.text("source")),
                new Standing(row.number("standing")),
                row.texts("tags"),
                row.maybeAt("last_act_at"),
                row.at("changed_at"));
    }
}

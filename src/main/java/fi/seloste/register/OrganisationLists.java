package fi.seloste.register;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of lists of organisations: by keys, never by counting rows off. */
@Component
class OrganisationLists {

    private static final int COUNTED = 10_001;
    private static final int FOUND = 200;

    private final JdbcClient jdbc;
    private final Within within;
    private final Search search;

    OrganisationLists(JdbcClient jdbc, Within within, Search search) {
        this.jdbc = jdbc;
        this.within = within;
        this.search = search;
    }

    Slice<OrganisationRow> page(OrganisationQuery query) {
        var where = where(query);
        var way = Way.of(query);
        var byChange = query.sort() == OrganisationQuery.Sort.CHANGED;
        var mark = Cursor.parse(query.part().mark(), 2);
        if (mark != null && byChange) {
            where.and("(o.changed_at, o.organisation_id) %s (:at, :id::uuid)".formatted(way.beyond()));
            where.with("at", Sql.at(mark.at(0))).with("id", mark.id(1));
        } else if (mark != null) {
            where.and("(o.name collate \"fi-x-icu\", o.organisation_id) %s (:name, :id::uuid)".formatted(way.beyond()));
            where.with("name", mark.key(0)).with("id", mark.id(1));
        }
        var order = byChange
                ? "o.changed_at @dir, o.organisation_id @dir"
                : "o.name collate \"fi-x-icu\" @dir, o.organisation_id @dir";
        return Slice.of(
                rows(where.with("limit", query.part().limit() + 1), "", way.in(order)),
                query.part(),
                row -> byChange ? Cursor.of(row.changedAt(), row.id()) : Cursor.of(row.name(), row.id()));
    }

    /** Best matches first, in one statement. */
    List<OrganisationRow> byWords(String typed, int limit) {
        var asked = search.asked("organisation", typed, limit);
        if (asked == null) {
            return List.of();
        }
        var found = "join %s with ordinality f (found, n) on f.found = o.organisation_id".formatted(asked.function());
        return rows(asked.in(new Where("true")).with("limit", limit), found, "f.n");
    }

    /** In the order of their names. */
    List<OrganisationRow> byIds(List<OrganisationId> ids) {
        var where = new Where("o.merged_into is null and o.organisation_id = any(:ids::uuid[])")
                .with("ids", ids.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .with("limit", ids.size());
        return rows(where, "", "o.name collate \"fi-x-icu\", o.organisation_id");
    }

    /** All that a list finds, by name, up to a number. */
    List<OrganisationId> ids(OrganisationQuery query, int most) {
        var where = where(query).with("most", most);
        return where.applied(jdbc.sql("""
                        select o.organisation_id
                          from register.organisation o
                         where %s
                         order by o.name collate "fi-x-icu", o.organisation_id
                         limit :most""".formatted(where))).query(UUID.class).list().stream()
                .map(OrganisationId::new)
                .toList();
    }

    private List<OrganisationRow> rows(Where where, String joined, String order) {
        var sql = """
                select o.organisation_id, o.name, o.business_id, o.vat_id, o.website, o.domain, o.segment, o.owner_by, a.name as owner_name,
                       o.changed_at,
                       array(select t.tag from register.organisation_tag t where t.organisation_id = o.organisation_id order by t.tag) as tags
                  from register.organisation o
                  left join staff.account a on a.account_id = o.owner_by
                  %s
                 where %s
                 order by %s
                 limit :limit""".formatted(joined, where, order);
        return where.applied(jdbc.sql(sql)).query((rs, n) -> row(rs)).list();
    }

    int count(OrganisationQuery query) {
        var where = where(query);
        return where.applied(jdbc.sql(
                        "select count(*) from (select 1 from register.organisation o where %s limit %d) counted"
                                .formatted(where, COUNTED)))
                .query(Integer.class)
                .single();
    }

    private Where where(OrganisationQuery query) {
        var where = new Where("o.merged_into is null");
        if (query.search() != null) {
            var found = search.organisations(query.search(), FOUND);
            where.and("o.organisation_id = any(:found::uuid[])");
            where.with("found", found.stream().map(OrganisationId::value).toArray(UUID[]::new));
        }
        if (query.owner() != null) {
            where.and("o.owner_by = :owner").with("owner", query.owner().value());
        }
        if (query.tag() != null) {
            where.and(
                    "o.organisation_id in (select t.organisation_id from register.organisation_tag t where t.tag = :tag)");
            where.with("tag", query.tag());
        }
        if (query.businessId() != null) {
            where.and("o.business_id = :businessId")
                    .with("businessId", OrganisationField.BUSINESS_ID.checked(query.businessId()));
        }
        if (query.domain() != null) {
            where.and("o.domain = :domain").with("domain", OrganisationField.DOMAIN.checked(query.domain()));
        }
        return within.organisations(where);
    }

    private static OrganisationRow row(ResultSet rs) throws SQLException {
        var row = new Result(rs);
        return new OrganisationRow(
                new OrganisationId(row.id("organisation_id")),
                row.text("name"),
                new Organisation.Numbers(row.maybe("business_id"), row.maybe("vat_id")),
                new Organisation.Reach(row.maybe("website"), row.maybe("domain")),
                row.maybe("segment"),
                People.owner(row),
                row.texts("tags"),
                row.at("changed_at"));
    }

    Slice<OrganisationRegister.Member> members(OrganisationId id, OrganisationRegister.Members which, LocalDate today) {
        var where = new Where("f.organisation_id = :organisation").with("organisation", id.value());
        where.with("today", today).with("limit", which.limit() + 1);
        if (!which.withPast()) {
            where.and("(f.until_on is null or f.until_on > :today)");
        }
        within.people(where, "p.person_id");
        var after = Cursor.parse(which.after(), 3);
        if (after != null) {
            where.and(
                    "((f.until_on is not null and f.until_on <= :today), p.sort_name collate \"fi-x-icu\", f.affiliation_id)"
                            + " > (:past, :name, :id::uuid)");
            where.with("past", Boolean.valueOf(after.key(0)))
                    .with("name", after.key(1))
                    .with("id", after.id(2));
        }
        var rows = where.applied(jdbc.sql(members(where)))
                .query((rs, n) -> new Sorted(rs.getBoolean("past"), rs.getString("sort_name"), member(rs)))
                .list();
        return Slice.of(
                        rows,
                        which.limit(),
                        row -> Cursor.of(
                                row.past(),
                                row.name(),
                                row.member().affiliation().id()))
                .map(Sorted::member);
    }

    private record Sorted(boolean past, String name, OrganisationRegister.Member member) {}

    private static String members(Where where) {
        return """
                select f.affiliation_id, f.organisation_id, o.name as organisation_name, f.job_title, f.roles, f.from_on, f.until_on,
                       (f.until_on is not null and f.until_on <= :today) as past,
                       p.person_id, p.name, p.sort_name, p.standing,
                       (select c.value from register.contact_point c where c.person_id = p.person_id and c.kind = 'email'
                           and (c.valid_until is null or c.valid_until >= :today) order by c.position limit 1) as email,
                       (select c.value from register.contact_point c where c.person_id = p.person_id and c.kind = 'phone'
                           and (c.valid_until is null or c.valid_until >= :today) order by c.position limit 1) as phone
                  from register.affiliation f
                  join register.person p on p.person_id = f.person_id
                  join register.organisation o on o.organisation_id = f.organisation_id
                 where %s
                 order by past, p.sort_name collate "fi-x-icu", f.affiliation_id
                 limit :limit""".formatted(where);
    }

    private static OrganisationRegister.Member member(ResultSet rs) throws SQLException {
        var row = new Result(rs);
        return new OrganisationRegister.Member(
                new PersonId(row.id("person_id")),
                row.text("name"),
                Affiliations.affiliation(row),
                row.maybe("email"),
                row.maybe("phone"),
                new Standing(row.number("standing")));
    }
}

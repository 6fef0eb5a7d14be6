package fi.seloste.register;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a list shows of people whose keys are found: read once for the rows of a page, whatever found them. */
@Component
class PersonRows {

    private final JdbcClient jdbc;
    private final Readable readable;

    PersonRows(JdbcClient jdbc, Readable readable) {
        this.jdbc = jdbc;
        this.readable = readable;
    }

    /** A row with the key that the next page starts after. */
    record Sorted(PersonRow row, Cursor key) {}

    /** Tells where a row stands in the order of its list. */
    interface Key {
        Cursor of(PersonRow row, Result page) throws SQLException;
    }

    /** The page gives person_id, its keys, and organisation_id where a row is of one post. */
    List<Sorted> of(Where where, String page, String order, Key key) {
        var sql = shown().formatted(page.formatted(where), order);
        return where.applied(jdbc.sql(sql))
                .query((rs, n) -> {
                    var row = row(rs);
                    return new Sorted(row, key.of(row, new Result(rs)));
                })
                .list();
    }

    private String shown() {
        var tags = readable.of(Set.of(PeopleFilter.TAGS)).isEmpty()
                ? "'{}'::text[]"
                : "array(select t.tag from register.person_tag t where t.person_id = p.person_id order by t.tag)";
        return """
                select page.*, p.name, p.job_title, e.employer_id, e.employer, e.roles,
                       (select c.value from register.contact_point c where c.person_id = p.person_id and c.kind = 'email'
                           and (c.valid_until is null or c.valid_until >= :today) order by c.position limit 1) as email,
                       (select c.value from register.contact_point c where c.person_id = p.person_id and c.kind = 'phone'
                           and (c.valid_until is null or c.valid_until >= :today) order by c.position limit 1) as phone,
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

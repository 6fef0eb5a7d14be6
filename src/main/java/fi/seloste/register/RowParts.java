package fi.seloste.register;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of what the people of one page have several of, read in one query a kind, however many people there are. */
@Component
class RowParts {

    private final JdbcClient jdbc;
    private final Today today;

    RowParts(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** Present addresses, numbers and posts, each in the order in which a person's own page shows them. */
    record Parts(List<String> emails, List<String> phones, List<Affiliation> posts) {

        static final Parts NONE = new Parts(List.of(), List.of(), List.of());

        private static Parts empty() {
            return new Parts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    Map<PersonId, Parts> of(Collection<PersonId> people) {
        var parts = new HashMap<PersonId, Parts>();
        var ids = people.stream().map(PersonId::value).distinct().toArray(UUID[]::new);
        if (ids.length > 0) {
            points(ids, parts);
            posts(ids, parts);
        }
        return parts;
    }

    private void points(UUID[] ids, Map<PersonId, Parts> parts) {
        jdbc.sql("""
                        select c.person_id, c.kind, c.value
                          from register.contact_point c
                         where c.person_id = any(:ids) and c.kind in ('email', 'phone')
                           and (c.valid_until is null or c.valid_until >= :today)
                         order by c.position, c.contact_point_id""").param("ids", ids).param("today", today.day()).query(row -> {
            var of = of(row, parts);
            (row.getString("kind").equals("email") ? of.emails() : of.phones()).add(row.getString("value"));
        });
    }

    private void posts(UUID[] ids, Map<PersonId, Parts> parts) {
        jdbc.sql("""
                        select f.person_id, f.affiliation_id, f.organisation_id, o.name, f.job_title, f.roles, f.from_on, f.until_on
                          from register.affiliation f
                          join register.organisation o on o.organisation_id = f.organisation_id
                         where f.person_id = any(:ids) and (f.until_on is null or f.until_on > :today)
                         order by f.from_on desc nulls last, f.affiliation_id desc""").param("ids", ids).param("today", today.day()).query(rs -> {
            var row = new Result(rs);
            of(rs, parts)
                    .posts()
                    .add(new Affiliation(
                            row.id("affiliation_id"),
                            new OrganisationId(row.id("organisation_id")),
                            row.text("name"),
                            row.maybe("job_title"),
                            Affiliation.Role.of(row.texts("roles")),
                            row.maybeOn("from_on"),
                            row.maybeOn("until_on")));
        });
    }

    private static Parts of(ResultSet row, Map<PersonId, Parts> parts) throws SQLException {
        var person = new PersonId(row.getObject("person_id", UUID.class));
        return parts.computeIfAbsent(person, id -> Parts.empty());
    }
}

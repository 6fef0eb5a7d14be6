package fi.seloste.register;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of affiliations. */
@Component
class Affiliations {

    private static final String AFFILIATION = """
            select f.affiliation_id, f.person_id, f.organisation_id, o.name as organisation_name, f.job_title, f.roles, f.from_on, f.until_on
              from register.affiliation f
              join register.organisation o on o.organisation_id = f.organisation_id
            """;

    private final JdbcClient jdbc;

    Affiliations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Held(Affiliation affiliation, PersonId person) {}

    void add(UUID id, PersonId person, Affiliation.Post post, Instant at) {
        var added = jdbc.sql("""
                        insert into register.affiliation
                               (affiliation_id, person_id, standing, organisation_id, job_title, roles, from_on, created_at)
                        select :id, p.person_id, p.standing, o.organisation_id, :jobTitle, :roles::text[], :fromOn::date, :at
                          from register.person p, register.organisation o
                         where p.person_id = :person and o.organisation_id = :organisation""")
                .param("id", id)
                .param("person", person.value())
                .param("organisation", post.organisation().value())
                .param("jobTitle", post.jobTitle())
                .param("roles", Affiliation.Role.codes(post.roles()))
                .param("fromOn", post.fromOn())
                .param("at", Sql.at(at))
                .update();
        if (added == 0) {
            throw Problem.notFound("organisation");
        }
    }

    void change(UUID id, @Nullable String jobTitle, Set<Affiliation.Role> roles) {
        jdbc.sql(
                        "update register.affiliation set job_title = :jobTitle, roles = :roles::text[] where affiliation_id = :id")
                .param("jobTitle", jobTitle)
                .param("roles", Affiliation.Role.codes(roles))
                .param("id", id)
                .update();
    }

    void endOn(UUID id, @Nullable LocalDate day) {
        jdbc.sql("update register.affiliation set until_on = :day::date where affiliation_id = :id")
                .param("day", day)
                .param("id", id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from register.affiliation where affiliation_id = :id")
                .param("id", id)
                .update();
    }

    Optional<Held> find(UUID id) {
        return jdbc.sql(AFFILIATION + "where f.affiliation_id = :id")
                .param("id", id)
                .query((rs, n) -> held(rs))
                .optional();
    }

    /** Present ones first, then by beginning. */
    List<Affiliation> of(PersonId person) {
        return jdbc.sql(AFFILIATION + """
                         where f.person_id = :person
                         order by f.until_on desc nulls first, f.from_on desc nulls last, f.affiliation_id""")
                .param("person", person.value())
                .query((rs, n) -> held(rs).affiliation())
                .list();
    }

    private static Held held(ResultSet rs) throws SQLException {
        var row = new Result(rs);
        return new Held(affiliation(row), new PersonId(row.id("person_id")));
    }

    static Affiliation affiliation(Result row) throws SQLException {
        return new Affiliation(
                row.id("affiliation_id"),
                new OrganisationId(row.id("organisation_id")),
                row.text("organisation_name"),
                row.maybe("job_title"),
                Affiliation.Role.of(row.texts("roles")),
                row.maybeOn("from_on"),
                row.maybeOn("until_on"));
    }
}

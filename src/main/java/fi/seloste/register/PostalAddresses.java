package fi.seloste.register;

import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of postal addresses. */
@Component
class PostalAddresses {

    private static final String ADDRESS = """
            select a.postal_address_id, a.label, a.street, a.postal_code, a.city, a.country, a.source, a.person_id, a.organisation_id
              from register.postal_address a
            """;

    private final JdbcClient jdbc;

    PostalAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Held(PostalAddress address, Party party) {}

    UUID add(Party party, PostalAddress.Lines lines, Source source, Instant at) {
        var id = Ids.next();
        var added = jdbc.sql("""
                        insert into register.postal_address
                               (postal_address_id, person_id, standing, organisation_id, label, street, postal_code, city, country, source,
                                created_at)
                        select :id, p.person_id, p.standing, :organisation::uuid, :label, :street, :postalCode, :city, :country, :source, :at
                          from (values (1)) one
                          left join register.person p on p.person_id = :person::uuid
                         where :person::uuid is null or p.person_id is not null""")
                .param("id", id)
                .param("person", party.personId())
                .param("organisation", party.organisationId())
                .param("label", lines.label())
                .param("street", lines.street())
                .param("postalCode", lines.postalCode())
                .param("city", lines.city())
                .param("country", lines.country())
                .param("source", source.code())
                .param("at", Sql.at(at))
                .update();
        if (added == 0) {
            throw fi.seloste.base.Problem.notFound("person");
        }
        return id;
    }

    void change(UUID id, PostalAddress.Lines lines) {
        jdbc.sql("""
                        update register.postal_address
                           set label = :label, street = :street, postal_code = :postalCode, city = :city, country = :country
                         where postal_address_id = :id""")
                .param("label", lines.label())
                .param("street", lines.street())
                .param("postalCode", lines.postalCode())
                .param("city", lines.city())
                .param("country", lines.country())
                .param("id", id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from register.postal_address where postal_address_id = :id")
                .param("id", id)
                .update();
    }

    List<PostalAddress> of(Party party) {
        return jdbc.sql(ADDRESS
                        + "where a.%s = :party order by a.created_at, a.postal_address_id"
                                .formatted(party.entity() + "_id"))
                .param("party", party.id())
                .query((rs, n) -> held(rs).address())
                .list();
    }

    Optional<Held> find(UUID id) {
        return jdbc.sql(ADDRESS + "where a.postal_address_id = :id")
                .param("id", id)
                .query((rs, n) -> held(rs))
                .optional();
    }

    private static Held held(ResultSet rs) throws SQLException {
        var row = new Result(rs);
        var lines = new PostalAddress.Lines(
                row.maybe("label"),
                row.maybe("street"),
                row.maybe("postal_code"),
                row.maybe("city"),
                row.text("country"));
        var person = row.maybeId("person_id");
        var party = person == null
                ? Party.of(new fi.seloste.base.OrganisationId(row.id("organisation_id")))
                : Party.of(new fi.seloste.base.PersonId(person));
        return new Held(new PostalAddress(row.id("postal_address_id"), lines, Source.of(row.text("source"))), party);
    }
}

package fi.seloste.register;

import fi.seloste.base.ContactPointId;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of contact points. No row without fingerprints: the database compares them with suppression whoever writes. */
@Component
class ContactPoints {

    private static final String POINT = """
            select c.contact_point_id, c.kind, c.usage, c.label, c.value, c.position, c.valid_until, c.bounced_at, c.source, c.source_detail,
                   c.sourced_on, c.person_id, c.organisation_id
              from register.contact_point c
            """;

    private final JdbcClient jdbc;
    private final Fingerprints fingerprints;

    ContactPoints(JdbcClient jdbc, Fingerprints fingerprints) {
        this.jdbc = jdbc;
        this.fingerprints = fingerprints;
    }

    /** A contact point and whose it is. */
    record Held(ContactPoint point, Party party) {}

    /** A row to be written. */
    record Row(ContactPointId id, Party party, ContactPoint.New point, Origin origin, Instant at) {}

    boolean add(Row row) {
        var point = row.point();
        var value = point.kind().normalised(point.value());
        var print = fingerprints.of(point.kind().print(), value);
        return Refusal.translated(() -> insert(row, value, print)) == 1;
    }

    private byte[][] older(ContactPoint.Kind kind, String value) {
        return fingerprints.older(kind.print(), value).toArray(byte[][]::new);
    }

    private int insert(Row row, String value, Fingerprint print) {
        var party = row.party();
        return jdbc.sql("""
                        insert into register.contact_point
                               (contact_point_id, person_id, standing, organisation_id, kind, usage, label, value, strict_print, canonical_print,
                                key_version, older_prints, position, source, source_detail, sourced_on, created_at)
                        select :id, p.person_id, p.standing, :organisation::uuid, :kind, :usage, :label, :value, :strict, :canonical,
                               :keyVersion, :older::bytea[], (select coalesce(max(c.position) + 1, 0) from register.contact_point c where c.%s = :party),
                               :source, :sourceDetail, :sourcedOn, :at
                          from (values (1)) one
                          left join register.person p on p.person_id = :person::uuid
                         where :person::uuid is null or p.person_id is not null""".formatted(party.entity() + "_id"))
                .param("id", row.id().value())
                .param("party", party.id())
                .param("person", party.personId())
                .param("organisation", party.organisationId())
                .param("kind", row.point().kind().code())
                .param("usage", row.point().guessedUsage().code())
                .param("label", row.point().label())
                .param("value", value)
                .param("strict", print.strict())
                .param("canonical", print.canonical())
                .param("keyVersion", print.keyVersion())
                .param("older", older(row.point().kind(), value))
                .param("source", row.origin().source().code())
                .param("sourceDetail", row.origin().detail())
                .param("sourcedOn", row.origin().on())
                .param("at", Sql.at(row.at()))
                .update();
    }

    List<ContactPoint> of(Party party) {
        return jdbc.sql(POINT
                        + "where c.%s = :party order by c.position, c.contact_point_id"
                                .formatted(party.entity() + "_id"))
                .param("party", party.id())
                .query((rs, n) -> held(rs).point())
                .list();
    }

    Optional<Held> find(ContactPointId id) {
        return jdbc.sql(POINT + "where c.contact_point_id = :id")
                .param("id", id.value())
                .query((rs, n) -> held(rs))
                .optional();
    }

    void replace(ContactPoint point, ContactPoint.New by) {
        var value = by.kind().normalised(by.value());
        var print = fingerprints.of(by.kind().print(), value);
        Refusal.translated(() -> jdbc.sql("""
                        update register.contact_point
                           set kind = :kind, usage = :usage, label = :label, value = :value, strict_print = :strict, canonical_print = :canonical,
                               key_version = :keyVersion, older_prints = :older::bytea[], bounced_at = case when value = :value then bounced_at end
                         where contact_point_id = :id""")
                .param("kind", by.kind().code())
                .param("usage", by.guessedUsage().code())
                .param("label", by.label())
                .param("value", value)
                .param("strict", print.strict())
                .param("canonical", print.canonical())
                .param("keyVersion", print.keyVersion())
                .param("older", older(by.kind(), value))
                .param("id", point.id().value())
                .update());
    }

    void endOn(ContactPointId id, @Nullable LocalDate day) {
        jdbc.sql("update register.contact_point set valid_until = :day::date where contact_point_id = :id")
                .param("day", day)
                .param("id", id.value())
                .update();
    }

    void bounced(ContactPointId id, @Nullable Instant at) {
        jdbc.sql("update register.contact_point set bounced_at = :at::timestamptz where contact_point_id = :id")
                .param("at", Sql.at(at))
                .param("id", id.value())
                .update();
    }

    /** Wherever the register has this address, whatever the running purpose sees. */
    int bounced(String address, Instant at) {
        return jdbc.sql("select register.address_bounced(:address, :at)")
                .param("address", address)
                .param("at", Sql.at(at))
                .query(Integer.class)
                .single();
    }

    void place(ContactPointId id, int position) {
        jdbc.sql("update register.contact_point set position = :position where contact_point_id = :id")
                .param("position", position)
                .param("id", id.value())
                .update();
    }

    void remove(ContactPointId id) {
        jdbc.sql("delete from register.contact_point where contact_point_id = :id")
                .param("id", id.value())
                .update();
    }

    static Held held(ResultSet rs) throws SQLException {
        var row = new Result(rs);
        var person = row.maybeId("person_id");
        var party = person == null
                ? Party.of(new fi.seloste.base.OrganisationId(row.id("organisation_id")))
                : Party.of(new PersonId(person));
        var point = new ContactPoint(
                new ContactPointId(row.id("contact_point_id")),
                ContactPoint.Kind.of(row.text("kind")),
                ContactPoint.Usage.of(row.text("usage")),
                row.maybe("label"),
                row.text("value"),
                row.number("position"),
                row.maybeOn("valid_until"),
                row.maybeAt("bounced_at"),
                new Origin(Source.of(row.text("source")), row.maybe("source_detail"), row.on("sourced_on")));
        return new Held(point, party);
    }
}

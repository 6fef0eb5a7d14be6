package fi.seloste.register;

import fi.seloste.base.Ids;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of likenesses: the database compares fingerprints and folded names, the running purpose sees who they are. */
@Component
class Twins {

    /** Who may read which pairs are two, may ask for pairs. */
    static final String MEMORY = "register.kept_apart";

    private final Within within;
    private final JdbcClient jdbc;

    Twins(Within within, JdbcClient jdbc) {
        this.within = within;
        this.jdbc = jdbc;
    }

    /** Two people who share a fingerprint; the mark is the fingerprint. */
    record Pair(PersonId one, String oneName, PersonId other, String otherName, String mark) {}

    List<Twin> of(PersonId person) {
        var where = within.people(new Where("true").with("id", person.value()), "p.person_id");
        return where.applied(jdbc.sql("""
                        select p.person_id as id, p.name, t.reason
                          from register.twins_of_person(:id) t
                          join register.person p on p.person_id = t.other_id
                         where %s
                         order by p.sort_name collate "fi-x-icu" """.formatted(where))).query(Twin.class).list();
    }

    List<Twin> of(OrganisationId organisation) {
        var where = within.organisations(new Where("true").with("id", organisation.value()));
        return where.applied(jdbc.sql("""
                        select o.organisation_id as id, o.name, t.reason
                          from register.twins_of_organisation(:id) t
                          join register.organisation o on o.organisation_id = t.other_id
                         where %s
                         order by o.name collate "fi-x-icu" """.formatted(where))).query(Twin.class).list();
    }

    List<Pair> pairs(@Nullable String after, int limit) {
        var where = new Where("true").with("limit", limit);
        within.people(where, "a.person_id");
        within.people(where, "b.person_id");
        return where.applied(jdbc.sql("""
                        select t.canonical_print, a.person_id as one, a.name as one_name, b.person_id as other, b.name as other_name
                          from register.twin_people(:after::bytea, :limit) t
                          join register.person a on a.person_id = t.one_id
                          join register.person b on b.person_id = t.other_id
                         where %s
                         order by t.canonical_print""".formatted(where)))
                .param("after", after == null ? null : HexFormat.of().parseHex(after))
                .query((rs, n) -> {
                    var row = new Result(rs);
                    return new Pair(
                            new PersonId(row.id("one")),
                            row.text("one_name"),
                            new PersonId(row.id("other")),
                            row.text("other_name"),
                            HexFormat.of().formatHex(rs.getBytes("canonical_print")));
                })
                .list();
    }

    void keepApart(Party party, UUID other, @Nullable UUID by, Instant at) {
        jdbc.sql("""
                        insert into register.kept_apart
                               (kept_apart_id, person_id, standing, organisation_id, other_id, kept_at, kept_by)
                        select :id, p.person_id, p.standing, :organisation::uuid, :other, :at, :by::uuid
                          from (values (1)) one
                          left join register.person p on p.person_id = :person::uuid
                         where (:person::uuid is null or p.person_id is not null)
                           and not exists (select 1 from register.kept_apart k where k.%s_id = :party and k.other_id = :other)""".formatted(party.entity()))
                .param("id", Ids.next())
                .param("party", party.id())
                .param("person", party.personId())
                .param("organisation", party.organisationId())
                .param("other", other)
                .param("by", by)
                .param("at", Sql.at(at))
                .update();
    }
}

package fi.seloste.register;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of organisations' bans. They are made and ended by the database's own acts, since those who may ban do not read everybody whom they cover. */
@Component
class OrganisationBans {

    private static final String BAN = """
            select b.organisation_ban_id, b.organisation_id, o.name as organisation_name, b.domain, b.since_at, b.reason, b.asked_by,
                   b.made_by_name, b.lifted_at, b.lifted_by_name, b.lifted_for
              from register.organisation_ban b
              left join register.organisation o on o.organisation_id = b.organisation_id
            """;

    private final JdbcClient jdbc;

    OrganisationBans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives back how many people it marked who were not marked before. */
    int ban(UUID id, @Nullable OrganisationId organisation, OrganisationBan.Wanted wanted, By by) {
        return jdbc.sql("""
                        select register.ban_domain(:id, :organisation::uuid, :domain, :reason, :askedBy, :at, :actorKind, :actorId::uuid,
                                                   :actorName)""")
                .param("id", id)
                .param("organisation", organisation == null ? null : organisation.value())
                .param("domain", wanted.domain())
                .param("reason", wanted.reason())
                .param("askedBy", wanted.askedBy())
                .param("at", Sql.at(by.at()))
                .param("actorKind", kind(by))
                .param("actorId", by.actor().id())
                .param("actorName", by.actor().name())
                .query(Integer.class)
                .single();
    }

    boolean lift(UUID id, String proof, LocalDate today, By by) {
        return jdbc.sql("""
                        select register.lift_domain_ban(:id, :proof, :at, :today, :actorKind, :actorId::uuid, :actorName)""")
                .param("id", id)
                .param("proof", proof)
                .param("at", Sql.at(by.at()))
                .param("today", today)
                .param("actorKind", kind(by))
                .param("actorId", by.actor().id())
                .param("actorName", by.actor().name())
                .query(Boolean.class)
                .single();
    }

    /** Takes the marks of organisations' bans from whom none covers any more, such as after two people were parted again. */
    void settle(List<PersonId> people, LocalDate today) {
        jdbc.sql("select register.settle_bans(:people::uuid[], :today)")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("today", today)
                .query(Integer.class)
                .single();
    }

    boolean covers(String domain) {
        return jdbc.sql("select register.domain_banned(:domain)")
                .param("domain", domain)
                .query(Boolean.class)
                .single();
    }

    Optional<OrganisationBan> find(UUID id) {
        return jdbc.sql(BAN + "where b.organisation_ban_id = :id")
                .param("id", id)
                .query((rs, n) -> read(new Result(rs)))
                .optional();
    }

    Optional<OrganisationBan> inForce(String domain) {
        return jdbc.sql(BAN + "where b.domain = :domain and b.lifted_at is null")
                .param("domain", domain)
                .query((rs, n) -> read(new Result(rs)))
                .optional();
    }

    /** Those that it asked for, and those of its domain that another of its names asked for; in force first. */
    List<OrganisationBan> of(OrganisationId organisation) {
        return jdbc.sql(BAN + """
                        where b.organisation_id = :id
                           or b.domain = (select d.domain from register.organisation d where d.organisation_id = :id)
                        order by b.lifted_at is not null, b.since_at desc, b.organisation_ban_id""")
                .param("id", organisation.value())
                .query((rs, n) -> read(new Result(rs)))
                .list();
    }

    List<OrganisationBan> covering(PersonId person) {
        return jdbc.sql(BAN + """
                        where b.lifted_at is null
                          and b.domain in (select split_part(c.value, '@', 2)
                                             from register.contact_point c
                                            where c.person_id = :person and c.kind = 'email')
                        order by b.since_at, b.organisation_ban_id""")
                .param("person", person.value())
                .query((rs, n) -> read(new Result(rs)))
                .list();
    }

    List<OrganisationBan> inForce() {
        return jdbc.sql(BAN + "where b.lifted_at is null order by b.since_at desc, b.organisation_ban_id")
                .query((rs, n) -> read(new Result(rs)))
                .list();
    }

    private static OrganisationBan read(Result row) throws SQLException {
        var firm = row.maybeId("organisation_id");
        var name = row.maybe("organisation_name");
        var lifted = row.maybeAt("lifted_at");
        return new OrganisationBan(
                row.id("organisation_ban_id"),
                firm == null || name == null ? null : new OrganisationBan.Firm(new OrganisationId(firm), name),
                row.text("domain"),
                row.at("since_at"),
                row.text("reason"),
                row.text("asked_by"),
                row.text("made_by_name"),
                lifted == null
                        ? null
                        : new OrganisationBan.End(lifted, row.maybe("lifted_by_name"), row.maybe("lifted_for")));
    }

    private static String kind(By by) {
        return by.actor().kind().name().toLowerCase(Locale.ROOT);
    }
}

package fi.seloste.register;

import fi.seloste.base.Folded;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of organisations, one by one. */
@Component
class Organisations {

    private final Within within;
    private final JdbcClient jdbc;

    Organisations(Within within, JdbcClient jdbc) {
        this.within = within;
        this.jdbc = jdbc;
    }

    Optional<Organisation> find(OrganisationId id) {
        return within.one("""
                        select o.organisation_id, o.version, o.name, o.business_id, o.vat_id, o.website, o.domain, o.segment, o.einvoice_address,
                               o.einvoice_operator, o.owner_by, a.name as owner_name, o.source, o.source_detail, o.sourced_on, o.created_at,
                               o.changed_at
                          from register.organisation o
                          left join staff.account a on a.account_id = o.owner_by
                         where o.organisation_id = :id and o.merged_into is null""", Within.ORGANISATION)
                .param("id", id.value())
                .query((rs, n) -> organisation(rs))
                .optional();
    }

    /** Empty where several have it. */
    Optional<OrganisationId> ofDomain(String domain) {
        var found = jdbc.sql("""
                        select o.organisation_id
                          from register.organisation o
                         where o.domain = :domain and o.merged_into is null
                         limit 2""")
                .param("domain", domain)
                .query(java.util.UUID.class)
                .list();
        return found.size() == 1 ? Optional.of(new OrganisationId(found.getFirst())) : Optional.empty();
    }

    Optional<OrganisationId> now(OrganisationId id) {
        return jdbc
                .sql("select register.organisation_now(:id) as organisation_id")
                .param("id", id.value())
                .query(java.util.UUID.class)
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .map(OrganisationId::new)
                .findFirst();
    }

    void add(OrganisationId id, NewOrganisation organisation, Instant at) {
        jdbc.sql("""
                        insert into register.organisation
                               (organisation_id, name, name_folded, search_words, business_id, vat_id, website, domain, segment, einvoice_address,
                                einvoice_operator, owner_by, source, source_detail, sourced_on, created_at, changed_at)
                        values (:id, :name, :folded, :words, :businessId, :vatId, :website, :domain, :segment, :einvoiceAddress,
                                :einvoiceOperator, :owner::uuid, :source, :sourceDetail, :sourcedOn, :at, :at)""")
                .param("id", id.value())
                .param("name", organisation.name())
                .param("folded", Folded.of(organisation.name()))
                .param("words", SearchWords.ofOrganisation(organisation.name(), List.of()))
                .param("businessId", organisation.field(OrganisationField.BUSINESS_ID))
                .param("vatId", organisation.field(OrganisationField.VAT_ID))
                .param("website", organisation.field(OrganisationField.WEBSITE))
                .param("domain", organisation.field(OrganisationField.DOMAIN))
                .param("segment", organisation.field(OrganisationField.SEGMENT))
                .param("einvoiceAddress", organisation.field(OrganisationField.EINVOICE_ADDRESS))
                .param("einvoiceOperator", organisation.field(OrganisationField.EINVOICE_OPERATOR))
                .param("owner", organisation.field(OrganisationField.OWNER))
                .param("source", organisation.origin().source().code())
                .param("sourceDetail", organisation.origin().detail())
                .param("sourcedOn", organisation.origin().on())
                .param("at", Sql.at(at))
                .update();
    }

    boolean set(OrganisationId id, Map<String, @Nullable String> columns, @Nullable Integer version, Instant at) {
        var assignments = new StringBuilder();
        columns.keySet()
                .forEach(c -> assignments
                        .append(c)
                        .append(" = :")
                        .append(c)
                        .append(c.equals("owner_by") ? "::uuid" : "")
                        .append(", "));
        var statement = jdbc.sql("""
                        update register.organisation
                           set %s version = version + 1, changed_at = :at
                         where organisation_id = :id and (:version::integer is null or version = :version)""".formatted(assignments))
                .param("id", id.value())
                .param("version", version)
                .param("at", Sql.at(at));
        columns.forEach(statement::param);
        return statement.update() == 1;
    }

    void index(OrganisationId id, String words) {
        jdbc.sql("update register.organisation set search_words = :words where organisation_id = :id")
                .param("words", words)
                .param("id", id.value())
                .update();
    }

    List<PersonId> currentPeople(OrganisationId id, LocalDate today) {
        return jdbc.sql("""
                        select distinct f.person_id
                          from register.affiliation f
                         where f.organisation_id = :id and (f.until_on is null or f.until_on > :today)""")
                .param("id", id.value())
                .param("today", today)
                .query((rs, n) -> new PersonId(new Result(rs).id("person_id")))
                .list();
    }

    static Organisation organisation(ResultSet rs) throws SQLException {
        var row = new Result(rs);
        return new Organisation(
                new OrganisationId(row.id("organisation_id")),
                row.number("version"),
                row.text("name"),
                new Organisation.Numbers(row.maybe("business_id"), row.maybe("vat_id")),
                new Organisation.Reach(row.maybe("website"), row.maybe("domain")),
                new Organisation.EInvoicing(row.maybe("einvoice_address"), row.maybe("einvoice_operator")),
                row.maybe("segment"),
                People.owner(row),
                new Origin(Source.of(row.text("source")), row.maybe("source_detail"), row.on("sourced_on")),
                row.at("created_at"),
                row.at("changed_at"));
    }
}

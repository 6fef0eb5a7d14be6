package fi.seloste.register;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation as programs read it. */
@Schema(name = "Organisation")
record OrganisationJson(
        UUID id,
        int version,
        String name,
        @Nullable String businessId,
        @Nullable String vatId,
        @Nullable String website,
        @Nullable String domain,
        @Nullable String segment,
        @Nullable String einvoiceAddress,
        @Nullable String einvoiceOperator,
        @Nullable Owner owner,
        List<PersonJson.PointJson> contactPoints,
        List<PostalAddress.Lines> addresses,
        List<String> tags,
        Map<String, String> custom,
        String source,
        @Nullable String sourceDetail,
        List<BanJson> marketingBans,
        Instant createdAt,
        Instant changedAt) {

    /** In force: nobody at the domain is marketed to. */
    @Schema(name = "DomainBan")
    record BanJson(String domain, Instant since, String reason, String askedBy) {}

    static OrganisationJson of(OrganisationCard card, List<OrganisationBan> bans) {
        var organisation = card.organisation();
        return new OrganisationJson(
                organisation.id().value(),
                organisation.version(),
                organisation.name(),
                organisation.numbers().businessId(),
                organisation.numbers().vatId(),
                organisation.reach().website(),
                organisation.reach().domain(),
                organisation.segment(),
                organisation.einvoicing().address(),
                organisation.einvoicing().operator(),
                organisation.owner(),
                card.reached().points().stream().map(PersonJson::point).toList(),
                card.reached().addresses().stream().map(PostalAddress::lines).toList(),
                card.tags(),
                PersonJson.custom(card.values()),
                organisation.origin().source().code(),
                organisation.origin().detail(),
                bans.stream()
                        .filter(OrganisationBan::isInForce)
                        .map(ban -> new BanJson(ban.domain(), ban.since(), ban.reason(), ban.askedBy()))
                        .toList(),
                organisation.createdAt(),
                organisation.changedAt());
    }

    /** In a list. */
    @Schema(name = "OrganisationInList")
    record Row(
            UUID id,
            String name,
            @Nullable String businessId,
            @Nullable String domain,
            @Nullable String segment,
            @Nullable Owner owner,
            List<String> tags,
            Instant changedAt) {

        static Row of(OrganisationRow row) {
            return new Row(
                    row.id().value(),
                    row.name(),
                    row.numbers().businessId(),
                    row.reach().domain(),
                    row.segment(),
                    row.owner(),
                    row.tags(),
                    row.changedAt());
        }
    }

    /** A person there. */
    @Schema(name = "Member")
    record MemberJson(
            UUID id,
            String name,
            @Nullable String title,
            List<String> roles,
            @Nullable String email,
            @Nullable String phone,
            boolean present) {

        static MemberJson of(OrganisationRegister.Member member, java.time.LocalDate today) {
            var affiliation = member.affiliation();
            return new MemberJson(
                    member.person().value(),
                    member.name(),
                    affiliation.jobTitle(),
                    affiliation.roles().stream()
                            .map(Affiliation.Role::code)
                            .sorted()
                            .toList(),
                    member.email(),
                    member.phone(),
                    affiliation.isCurrent(today));
        }
    }
}

package fi.seloste.register;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person as programs read it. */
@Schema(name = "Person")
record PersonJson(
        UUID id,
        int version,
        String name,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String title,
        @Nullable String department,
        @Nullable String language,
        List<String> emails,
        List<String> phones,
        List<PointJson> contactPoints,
        List<PostalAddress.Lines> addresses,
        List<EmployerJson> organisations,
        List<String> tags,
        Map<String, String> custom,
        @Nullable Owner owner,
        String source,
        @Nullable String sourceDetail,
        LocalDate sourcedOn,
        @Nullable String roleReason,
        boolean marketingBan,
        boolean bannedByOrganisation,
        boolean restricted,
        boolean informed,
        @Nullable LocalDate informBy,
        @Nullable Instant lastActAt,
        Instant createdAt,
        Instant changedAt) {

    @Schema(name = "ContactPoint")
    record PointJson(
            UUID id,
            String kind,
            String usage,
            @Nullable String label,
            String value,
            @Nullable LocalDate validUntil,
            boolean bounced,
            String source) {}

    @Schema(name = "Post")
    record EmployerJson(
            UUID id,
            String name,
            @Nullable String title,
            List<String> roles,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    static PersonJson of(PersonCard card, LocalDate today) {
        var person = card.person();
        return new PersonJson(
                person.id().value(),
                person.version(),
                person.name().shown(),
                person.name().given(),
                person.name().family(),
                person.jobTitle(),
                person.department(),
                person.language(),
                current(card.reached().emails(), today),
                current(card.reached().phones(), today),
                card.reached().points().stream().map(PersonJson::point).toList(),
                card.reached().addresses().stream().map(PostalAddress::lines).toList(),
                card.affiliations().stream().map(PersonJson::employer).toList(),
                card.tags(),
                custom(card.values()),
                person.owner(),
                person.origin().source().code(),
                person.origin().detail(),
                person.origin().on(),
                person.informing().roleReason(),
                person.standing().isBanned(),
                person.standing().isBannedByOrganisation(),
                person.standing().isRestricted(),
                !person.standing().isUninformed(),
                person.standing().isUninformed() ? person.informing().by() : null,
                person.lastActAt(),
                person.createdAt(),
                person.changedAt());
    }

    static Map<String, String> custom(List<CustomField.Value> values) {
        return values.stream()
                .filter(v -> v.value() != null)
                .collect(Collectors.toMap(v -> v.field().name(), v -> String.valueOf(v.value())));
    }

    private static List<String> current(List<ContactPoint> points, LocalDate today) {
        return points.stream()
                .filter(p -> p.isCurrent(today))
                .map(ContactPoint::value)
                .toList();
    }

    static PointJson point(ContactPoint point) {
        return new PointJson(
                point.id().value(),
                point.kind().code(),
                point.usage().code(),
                point.label(),
                point.value(),
                point.validUntil(),
                point.hasBounced(),
                point.origin().source().code());
    }

    static EmployerJson employer(Affiliation affiliation) {
        return new EmployerJson(
                affiliation.organisation().value(),
                affiliation.organisationName(),
                affiliation.jobTitle(),
                affiliation.roles().stream()
                        .map(Affiliation.Role::code)
                        .sorted()
                        .toList(),
                affiliation.fromOn(),
                affiliation.untilOn());
    }
}

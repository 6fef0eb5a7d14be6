package fi.seloste.register;

import fi.seloste.base.OrganisationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer or a prospect: a company, association or authority. */
public record Organisation(
        OrganisationId id,
        int version,
        String name,
        Numbers numbers,
        Reach reach,
        EInvoicing einvoicing,
        @Nullable String segment,
        @Nullable Owner owner,
        Origin origin,
        Instant createdAt,
        Instant changedAt) {

    public record Numbers(
            @Nullable String businessId, @Nullable String vatId) {}

    /** The domain is that of its mail and of its people's addresses. */
    public record Reach(@Nullable String website, @Nullable String domain) {}

    /** Where invoices go: the address (OVT or IBAN) and the operator that carries them. */
    public record EInvoicing(
            @Nullable String address, @Nullable String operator) {}

    public @Nullable String value(OrganisationField field) {
        return switch (field) {
            case NAME -> name;
            case BUSINESS_ID -> numbers.businessId();
            case VAT_ID -> numbers.vatId();
            case WEBSITE -> reach.website();
            case DOMAIN -> reach.domain();
            case SEGMENT -> segment;
            case EINVOICE_ADDRESS -> einvoicing.address();
            case EINVOICE_OPERATOR -> einvoicing.operator();
            case OWNER -> owner == null ? null : owner.id().toString();
        };
    }

    public record Added(OrganisationId organisation) {}

    public record Changed(OrganisationId organisation) {}

    public record Merged(OrganisationId kept, OrganisationId gone) {}
}

package fi.seloste.register;

import fi.seloste.base.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new organisation as programs send it. */
@Schema(name = "NewOrganisation")
record OrganisationForm(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Nullable String businessId,
        @Nullable String vatId,
        @Nullable String website,
        @Nullable String domain,
        @Nullable String segment,
        @Nullable String einvoiceAddress,
        @Nullable String einvoiceOperator,
        @Nullable UUID owner,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String source,

        @Nullable String sourceDetail,
        @Nullable LocalDate sourcedOn) {

    NewOrganisation organisation(LocalDate today) {
        if (source == null || source.isBlank()) {
            throw Problem.invalid("source", "register.source.missing");
        }
        var origin = new Origin(Source.of(source), sourceDetail, Objects.requireNonNullElse(sourcedOn, today));
        return NewOrganisation.of(Objects.requireNonNullElse(name, ""), origin).with(fields());
    }

    private Map<OrganisationField, String> fields() {
        var fields = new EnumMap<OrganisationField, String>(OrganisationField.class);
        put(fields, OrganisationField.BUSINESS_ID, businessId);
        put(fields, OrganisationField.VAT_ID, vatId);
        put(fields, OrganisationField.WEBSITE, website);
        put(fields, OrganisationField.DOMAIN, domain);
        put(fields, OrganisationField.SEGMENT, segment);
        put(fields, OrganisationField.EINVOICE_ADDRESS, einvoiceAddress);
        put(fields, OrganisationField.EINVOICE_OPERATOR, einvoiceOperator);
        put(fields, OrganisationField.OWNER, owner);
        return fields;
    }

    private static void put(Map<OrganisationField, String> fields, OrganisationField field, @Nullable Object value) {
        if (value != null) {
            fields.put(field, value.toString());
        }
    }
}

package fi.seloste.register;

import fi.seloste.ui.Given;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a program changes of an organisation: the fields that it names, null to empty one. */
@Schema(name = "OrganisationChange")
record OrganisationPatch(
        @Nullable Given<String> name,
        @Nullable Given<String> businessId,
        @Nullable Given<String> vatId,
        @Nullable Given<String> website,
        @Nullable Given<String> domain,
        @Nullable Given<String> segment,
        @Nullable Given<String> einvoiceAddress,
        @Nullable Given<String> einvoiceOperator,
        @Nullable Given<UUID> owner) {

    Map<OrganisationField, String> fields() {
        var fields = new EnumMap<OrganisationField, String>(OrganisationField.class);
        put(fields, OrganisationField.NAME, name);
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

    private static void put(Map<OrganisationField, String> fields, OrganisationField field, @Nullable Given<?> given) {
        Given.text(given, value -> fields.put(field, value));
    }
}

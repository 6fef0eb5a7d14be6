package fi.seloste.register;

import fi.seloste.base.Problem;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An organisation as programs send it. A change names its fields by the same words. */
record OrganisationForm(Map<String, @Nullable Object> body) {

    private static final Map<String, OrganisationField> NAMES = Map.of(
            "name", OrganisationField.NAME,
            "businessId", OrganisationField.BUSINESS_ID,
            "vatId", OrganisationField.VAT_ID,
            "website", OrganisationField.WEBSITE,
            "domain", OrganisationField.DOMAIN,
            "segment", OrganisationField.SEGMENT,
            "einvoiceAddress", OrganisationField.EINVOICE_ADDRESS,
            "einvoiceOperator", OrganisationField.EINVOICE_OPERATOR,
            "owner", OrganisationField.OWNER);

    NewOrganisation organisation(LocalDate today) {
        var source = text("source");
        if (source.isBlank()) {
            throw Problem.invalid("source", "register.source.missing");
        }
        var on = text("sourcedOn");
        var origin = new Origin(Source.of(source), text("sourceDetail"), on.isBlank() ? today : day(on));
        var fields = fields();
        fields.remove(OrganisationField.NAME);
        return NewOrganisation.of(text("name"), origin).with(fields);
    }

    Map<OrganisationField, String> fields() {
        var fields = new EnumMap<OrganisationField, String>(OrganisationField.class);
        body.forEach((name, value) -> {
            var field = NAMES.get(name);
            if (field != null) {
                fields.put(field, Objects.toString(value, ""));
            } else if (!name.startsWith("source")) {
                throw Problem.invalid(name, "register.field.unknown", name);
            }
        });
        return fields;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            throw Problem.invalid("sourcedOn", "register.list.day", "sourcedOn", text);
        }
    }

    private String text(String name) {
        return Objects.toString(body.get(name), "");
    }
}

package fi.seloste.cards;

import fi.seloste.base.Problem;
import fi.seloste.register.NewOrganisation;
import fi.seloste.register.OrganisationField;
import fi.seloste.register.Origin;
import fi.seloste.register.Source;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A new organisation as it is written down. */
public record NewFirmForm(
        @Nullable String name,
        @Nullable String businessId,
        @Nullable String vatId,
        @Nullable String domain,
        @Nullable String website,
        @Nullable String segment,
        @Nullable String einvoiceAddress,
        @Nullable String einvoiceOperator,
        @Nullable String owner,
        @Nullable String source,
        @Nullable String sourceDetail,
        @Nullable String sourcedOn,
        @Nullable String apart) {

    static NewFirmForm empty(LocalDate today) {
        return new NewFirmForm("", "", "", "", "", "", "", "", "", "", "", today.toString(), "");
    }

    public NewFirmForm shown() {
        return new NewFirmForm(
                text(name),
                text(businessId),
                text(vatId),
                text(domain),
                text(website),
                text(segment),
                text(einvoiceAddress),
                text(einvoiceOperator),
                text(owner),
                text(source),
                text(sourceDetail),
                text(sourcedOn),
                text(apart));
    }

    /** By what one is told from another; whoever changes it is asked again. */
    public String marks() {
        return String.join("|", text(name), text(businessId), text(domain));
    }

    /** The writer has looked at those that look alike: it is none of them. */
    boolean isApart() {
        return text(apart).equals(marks());
    }

    NewOrganisation organisation(LocalDate today) {
        if (text(source).isEmpty()) {
            throw Problem.invalid("source", "register.source.missing");
        }
        var on = Days.day("sourcedOn", sourcedOn);
        var origin = new Origin(Source.of(text(source)), text(sourceDetail), on == null ? today : on);
        return NewOrganisation.of(text(name), origin).with(fields());
    }

    private Map<OrganisationField, String> fields() {
        var fields = new EnumMap<OrganisationField, String>(OrganisationField.class);
        fields.put(OrganisationField.BUSINESS_ID, text(businessId));
        fields.put(OrganisationField.VAT_ID, text(vatId));
        fields.put(OrganisationField.DOMAIN, text(domain));
        fields.put(OrganisationField.WEBSITE, text(website));
        fields.put(OrganisationField.SEGMENT, text(segment));
        fields.put(OrganisationField.EINVOICE_ADDRESS, text(einvoiceAddress));
        fields.put(OrganisationField.EINVOICE_OPERATOR, text(einvoiceOperator));
        fields.put(OrganisationField.OWNER, text(owner));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "").strip();
    }
}

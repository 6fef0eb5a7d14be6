package fi.seloste.register;

import fi.seloste.base.BusinessId;
import fi.seloste.base.Ids;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.base.VatId;
import java.util.Arrays;
import java.util.Locale;

/** A field of an organisation that staff may edit; its code is the name in the history, in the API and in forms. */
public enum OrganisationField {
    NAME("name"),
    BUSINESS_ID("business_id"),
    VAT_ID("vat_id"),
    WEBSITE("website"),
    DOMAIN("domain"),
    SEGMENT("segment"),
    EINVOICE_ADDRESS("einvoice_address"),
    EINVOICE_OPERATOR("einvoice_operator"),
    OWNER("owner_by");

    private final String column;

    OrganisationField(String column) {
        this.column = column;
    }

    public static OrganisationField of(String code) {
        return Arrays.stream(values())
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(code, "register.field.unknown", code));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String column() {
        return column;
    }

    /** The value as it is kept; numbers are checked by their check digits. */
    String checked(String text) {
        return switch (this) {
            case BUSINESS_ID -> BusinessId.parse(text).value();
            case VAT_ID -> VatId.parse(text).value();
            case DOMAIN -> domain(text);
            case OWNER -> Ids.parse("owner", text).toString();
            case NAME, SEGMENT, EINVOICE_ADDRESS, EINVOICE_OPERATOR ->
                Length.NAME.checked(named(), text.strip().replaceAll("\\s+", " "));
            case WEBSITE -> Length.LINE.checked("website", text.strip().replaceAll("\\s+", " "));
        };
    }

    /** As forms and programs name it. */
    private String named() {
        return switch (this) {
            case NAME -> "name";
            case BUSINESS_ID -> "businessId";
            case VAT_ID -> "vatId";
            case WEBSITE -> "website";
            case DOMAIN -> "domain";
            case SEGMENT -> "segment";
            case EINVOICE_ADDRESS -> "einvoiceAddress";
            case EINVOICE_OPERATOR -> "einvoiceOperator";
            case OWNER -> "owner";
        };
    }

    /** People paste a web address or a mail address as often as a domain. */
    private static String domain(String text) {
        var bare = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("^.*@", "");
        var host = bare.replaceFirst("[/:?#].*$", "").replaceFirst("^www\\.", "");
        if (host.length() > 253 || !host.matches("[\\p{L}0-9-]+(\\.[\\p{L}0-9-]+)+")) {
            throw Problem.invalid("domain", "register.domain.malformed", Shortened.of(text));
        }
        try {
            return java.net.IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("domain", "register.domain.malformed", Shortened.of(text));
        }
    }
}

package fi.seloste.intake;

import fi.seloste.base.Problem;
import java.util.Locale;

/**
 * What a column can tell the register. There is none for a birthday, a gender or a place on the map: the notice does not declare them,
 * so they are not taken in.
 */
public enum Field {
    FULL_NAME,
    GIVEN_NAME,
    FAMILY_NAME,
    EMAIL,
    EMAIL_LABEL,
    PHONE,
    PHONE_LABEL,
    JOB_TITLE,
    DEPARTMENT,
    ROLES,
    ORGANISATION,
    BUSINESS_ID,
    VAT_ID,
    WEBSITE,
    SEGMENT,
    EINVOICE_ADDRESS,
    EINVOICE_OPERATOR,
    STREET,
    POSTAL_CODE,
    CITY,
    COUNTRY,
    ADDRESS,
    ADDRESS_LABEL,
    LANGUAGE,
    TAGS,
    OWNER,
    /** Words such as subscribed and unsubscribed. */
    MARKETING_STATUS,
    /** Anything but no bans marketing. */
    MARKETING_BAN,
    /** Only no says anything: it bans. Yes gives nothing that was not there. */
    MARKETING_ALLOWED,
    /** The time or reason of an unsubscription: filled means banned. */
    UNSUBSCRIBED,
    BOUNCED,
    CREATED_ON,
    EXTERNAL_ID;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Field of(String code) {
        for (var field : values()) {
            if (field.code().equals(code)) {
                return field;
            }
        }
        throw Problem.invalid("mapping", "intake.mapping.unknownField", code);
    }

    /** May stand in several columns, told apart by a number. */
    boolean isOfSeveral() {
        return switch (this) {
            case EMAIL, EMAIL_LABEL, PHONE, PHONE_LABEL, STREET, POSTAL_CODE, CITY, COUNTRY, ADDRESS, ADDRESS_LABEL ->
                true;
            default -> false;
        };
    }

    String messageKey() {
        return "intake.field." + code();
    }
}

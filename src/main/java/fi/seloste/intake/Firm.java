package fi.seloste.intake;

import fi.seloste.base.BusinessId;
import fi.seloste.base.VatId;
import org.jspecify.annotations.Nullable;

/** The organisation of a row, its name empty where there is none. What reaches a post and not a person is here. */
public record Firm(
        String name,
        @Nullable BusinessId businessId,
        @Nullable VatId vatId,
        Details details,
        Reach reach) {

    public record Details(String website, String segment, String einvoiceAddress, String einvoiceOperator) {

        Details with(Details other) {
            return new Details(
                    either(website, other.website),
                    either(segment, other.segment),
                    either(einvoiceAddress, other.einvoiceAddress),
                    either(einvoiceOperator, other.einvoiceOperator));
        }
    }

    public boolean isEmpty() {
        return name.isEmpty() && businessId == null && vatId == null;
    }

    Firm with(Firm other) {
        return new Firm(
                either(name, other.name),
                businessId == null ? other.businessId : businessId,
                vatId == null ? other.vatId : vatId,
                details.with(other.details),
                reach.with(other.reach));
    }

    static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}

package fi.seloste.cards;

import fi.seloste.register.OrganisationBan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An organisation's ban as the form sends it. */
public record FirmBanForm(
        @Nullable String domain,
        @Nullable String askedBy,
        @Nullable String reason) {

    OrganisationBan.Wanted wanted() {
        return new OrganisationBan.Wanted(said(domain), said(reason), said(askedBy));
    }

    static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}

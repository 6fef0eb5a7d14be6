package fi.seloste.directory;

import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whom the directory recognised. {@code email} is there only where the directory vouches that it is theirs. */
record Someone(Issuer issuer, String subject, @Nullable String email) {

    static Someone of(IDTokenClaimsSet claims, Registration house) {
        return new Someone(claims.getIssuer(), claims.getSubject().getValue(), vouchedFor(claims, house));
    }

    /**
     * Nobody may come in by an address that the directory has not verified: in some directories everybody writes their own. Of Google only an
     * address of the company's own domain counts ("hd"); it also answers for private accounts that were once made with such an address.
     */
    private static @Nullable String vouchedFor(IDTokenClaimsSet claims, Registration house) {
        var email = claims.getStringClaim("email");
        if (email == null || !Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"))) {
            return null;
        }
        var address = email.strip().toLowerCase(Locale.ROOT);
        var domain = claims.getStringClaim("hd");
        boolean ours = !house.isGoogle() || (domain != null && address.endsWith("@" + domain.toLowerCase(Locale.ROOT)));
        return ours ? address : null;
    }
}

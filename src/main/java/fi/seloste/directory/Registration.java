package fi.seloste.directory;

import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** As what this house is registered at the directory. */
record Registration(
        Issuer issuer, ClientID client, @Nullable Secret secret, String name) {

    /** Nothing while address or client are missing. */
    static Optional<Registration> of(Settings settings) {
        var issuer = settings.text(Setting.DIRECTORY_ISSUER);
        var client = settings.text(Setting.DIRECTORY_CLIENT);
        if (issuer == null || client == null) {
            return Optional.empty();
        }
        var secret = settings.text(Setting.DIRECTORY_SECRET);
        var name = settings.text(Setting.DIRECTORY_NAME);
        return Optional.of(new Registration(
                new Issuer(issuer),
                new ClientID(client),
                secret == null ? null : new Secret(secret),
                name == null ? host(issuer) : name));
    }

    /** Google answers for everybody's addresses, not only for the company's. */
    boolean isGoogle() {
        return issuer.getValue().equals("https://accounts.google.com");
    }

    private static String host(String issuer) {
        return issuer.replaceFirst("^https?://", "").replaceFirst("[/:].*$", "");
    }
}

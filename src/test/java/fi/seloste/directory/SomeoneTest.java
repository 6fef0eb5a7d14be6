package fi.seloste.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SomeoneTest {

    private static final String GOOGLE = "https://accounts.google.com";

    @Test
    void of_google_only_an_address_of_the_companys_own_domain_counts() {
        assertThat(email(GOOGLE, "Aino@Kivijarvi.example", "kivijarvi.example")).isEqualTo("aino@kivijarvi.example");
        assertThat(email(GOOGLE, "aino@kivijarvi.example", null)).isNull();
        assertThat(email(GOOGLE, "aino@kivijarvi.example", "elsewhere.example")).isNull();
        assertThat(email(GOOGLE, "aino@evil-kivijarvi.example", "kivijarvi.example"))
                .isNull();
    }

    @Test
    void another_directory_answers_for_its_own_people_only() {
        assertThat(email("https://sso.kivijarvi.example", "aino@kivijarvi.example", null))
                .isEqualTo("aino@kivijarvi.example");
    }

    private static @Nullable String email(String issuer, String email, @Nullable String domain) {
        var claims = new IDTokenClaimsSet(
                new Issuer(issuer), new Subject("1"), List.of(new Audience("us")), new Date(60_000), new Date(0));
        claims.setClaim("email", email);
        claims.setClaim("email_verified", true);
        claims.setClaim("hd", domain);
        return Someone.of(claims, new Registration(new Issuer(issuer), new ClientID("us"), null, "x"))
                .email();
    }
}

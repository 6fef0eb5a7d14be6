package fi.seloste.doors;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ProxiesTest {

    private final Settings settings = Settings.of(Map.of(Setting.TRUSTED_PROXIES, "10.0.0.0/8, 127.0.0.1"), Map.of());
    private final Proxies proxies = new Proxies(settings);
    private final TrueAddress filter = new TrueAddress(proxies, settings);

    @Test
    void behind_a_declared_proxy_the_senders_own_address_counts() throws Exception {
        var seen = seen("10.0.0.2", "198.51.100.9, 192.0.2.7, 10.0.0.3", "https");
        assertThat(seen.getRemoteAddr()).isEqualTo("192.0.2.7");
        assertThat(seen.isSecure()).isTrue();
        assertThat(seen.getServerPort()).isEqualTo(443);
    }

    @Test
    void an_address_that_is_none_is_not_taken() throws Exception {
        assertThat(seen("10.0.0.2", "<script>, 10.0.0.3", "https").getRemoteAddr())
                .isEqualTo("10.0.0.2");
    }

    @Test
    void a_proxy_that_took_the_request_unencrypted_is_refused_with_the_remedy() throws Exception {
        var request = request("10.0.0.2", "192.0.2.7", "http");
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString()).contains("X-Forwarded-Proto: https");
    }

    private HttpServletRequest seen(String peer, String chain, String scheme) throws Exception {
        var passed = new MockFilterChain();
        filter.doFilter(request(peer, chain, scheme), new MockHttpServletResponse(), passed);
        assertThat(passed.getRequest()).isNotNull();
        return (HttpServletRequest) passed.getRequest();
    }

    private static MockHttpServletRequest request(String peer, String chain, String scheme) {
        var request = new MockHttpServletRequest("GET", "/sign-in");
        request.setRemoteAddr(peer);
        request.addHeader("X-Forwarded-For", chain);
        request.addHeader("X-Forwarded-Proto", scheme);
        return request;
    }
}

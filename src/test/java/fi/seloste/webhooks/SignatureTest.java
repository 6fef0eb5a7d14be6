package fi.seloste.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignatureTest {

    // The worked example of the specification.
    @Test
    @Policy("W2")
    void a_call_is_signed_as_libraries_of_standard_webhooks_check_it() {
        assertThat(Signature.signed(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.",
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    @Policy("W2")
    void the_signature_holds_for_this_call_at_this_moment_only() {
        var secret = Signature.secret();
        var id = UUID.fromString("01999999-0000-7000-8000-000000000001");
        var now = Instant.parse("2026-11-23T08:00:00Z");
        var body = "{}".getBytes(StandardCharsets.UTF_8);

        var headers = Signature.headers(List.of(secret), id, now, body);

        assertThat(headers)
                .containsEntry("webhook-id", id.toString())
                .containsEntry("webhook-timestamp", String.valueOf(now.getEpochSecond()));
        assertThat(headers.get("webhook-signature")).startsWith("v1,").hasSize(3 + 44);
        assertThat(Signature.headers(List.of(secret), id, now.plusSeconds(1), body))
                .isNotEqualTo(headers);
        assertThat(Signature.secret()).isNotEqualTo(secret);
    }
}

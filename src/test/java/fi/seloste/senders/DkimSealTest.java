package fi.seloste.senders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;

/** Verified by a library that has nothing to do with what signs. */
class DkimSealTest {

    private static final DkimKey KEY = DkimKey.made();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private static final String MESSAGE = """
            Date: Mon, 23 Nov 2026 10:00:00 +0200
            From: =?UTF-8?Q?Jenny_Sandberg?= <news@letters.halytin.example>
            To: ada@jokivoima.example
            Subject: =?UTF-8?Q?Syksyn_uutiset?=
             and  a second line
            Message-ID: <1@letters.halytin.example>
            List-Unsubscribe: <https://register.halytin.example/u/x>
            List-Unsubscribe-Post: List-Unsubscribe=One-Click
            MIME-Version: 1.0
            Content-Type: text/plain; charset=UTF-8

            Hello  Ada,\t
            \tthis is for you.  \s

            .
            -- =20


            """.replace("\n", "\r\n");

    private final DkimSeal seal =
            new DkimSeal(new Sender.Domain("letters.halytin.example", "s1", null, null), KEY.key(), CLOCK);

    @Test
    @Policy("P1")
    void a_message_is_signed_for_its_domain_with_the_headers_of_the_way_out() throws Exception {
        var signatures = verified(sealed(MESSAGE));

        assertThat(signatures).hasSize(1);
        var signature = signatures.getFirst();
        assertThat(signature.getDToken()).hasToString("letters.halytin.example");
        assertThat(signature.getHeaders().stream().map(Object::toString))
                .contains("From", "To", "Subject", "Date", "List-Unsubscribe", "List-Unsubscribe-Post");
        assertThat(signature.getHeaderCanonicalisationMethod()).isEqualTo("relaxed");
        assertThat(signature.getBodyCanonicalisationMethod()).isEqualTo("relaxed");
    }

    @Test
    void one_seal_signs_one_message_after_another() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(verified(sealed(MESSAGE.replace("Hello", "Hello " + i)))).hasSize(1);
        }
    }

    @Test
    @Policy("P1")
    void whoever_changes_a_word_a_link_or_adds_a_second_sender_breaks_it() throws Exception {
        var sealed = sealed(MESSAGE);
        assertThat(verified(sealed)).hasSize(1);
        assertThat(verified(sealed.replace("for you.  ", "for you. ")))
                .as("white space may change on the way")
                .hasSize(1);

        for (var forged : List.of(
                sealed.replace("this is for you", "this is for me"),
                sealed.replace("/u/x", "/u/y"),
                sealed.replace("One-Click", "Two-Click"),
                sealed.replace("Date: Mon", "From: boss@firm.example\r\nDate: Mon"),
                sealed.replace("Date: Mon", "Reply-To: thief@firm.example\r\nDate: Mon"))) {
            assertThat(forged).isNotEqualTo(sealed);
            assertThatThrownBy(() -> verified(forged)).isInstanceOf(FailException.class);
        }
    }

    @Test
    void lines_stay_short_enough_for_every_server() {
        assertThat(seal.over(MESSAGE.getBytes(StandardCharsets.US_ASCII)).lines())
                .allMatch(line -> line.length() < 100)
                .hasSizeGreaterThan(5);
    }

    private String sealed(String message) {
        return seal.over(message.getBytes(StandardCharsets.US_ASCII)) + message;
    }

    private static List<SignatureRecord> verified(String message) throws Exception {
        var verifier = new DKIMVerifier((method, selector, token) -> List.of("v=DKIM1; k=rsa; p=" + KEY.publicKey()));
        return verifier.verify(new ByteArrayInputStream(message.getBytes(StandardCharsets.US_ASCII)));
    }
}

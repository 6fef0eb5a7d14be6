package fi.seloste.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Whatever a stranger sends, something is made of it, nothing of it is believed, and memory stays small. */
class HostileMessagesTest {

    private static final Instant ARRIVED = Instant.parse("2026-11-23T08:00:00Z");

    private final List<byte[]> files = new ArrayList<>();

    @Test
    void a_plain_letter_is_read_as_it_was_meant() {
        var read = read("""
                From: =?utf-8?q?Ada_Koskim=C3=A4ki?= <Ada@Jokivoima.example>
                To: privacy@firm.example
                Subject: =?iso-8859-1?q?Poistopyynt=F6?=
                Message-ID: <one@jokivoima.example>
                In-Reply-To: <zero@firm.example>
                References: <minus@firm.example> <zero@firm.example>
                Date: Mon, 23 Nov 2026 09:58:00 +0200
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                Poistakaa tietoni, kiitos. =C4iti
                """);

        assertThat(read.sender()).isEqualTo(new Message.Sender("Ada@jokivoima.example", "Ada Koskimäki"));
        assertThat(read.content().subject()).isEqualTo("Poistopyyntö");
        assertThat(read.content().words()).isEqualTo("Poistakaa tietoni, kiitos. Äiti");
        assertThat(read.trail().headerId()).isEqualTo("<one@jokivoima.example>");
        assertThat(read.trail().refersTo()).containsExactly("<zero@firm.example>", "<minus@firm.example>");
        assertThat(read.trail().writtenAt()).isEqualTo(Instant.parse("2026-11-23T07:58:00Z"));
        assertThat(read.nature()).isEqualTo(Nature.PERSONAL);
        assertThat(read.doubts()).isEmpty();
    }

    @Test
    void a_line_break_hidden_in_an_encoded_subject_is_no_second_header() {
        var read = read("""
                From: ada@jokivoima.example
                Subject: =?utf-8?q?Access=0D=0ABcc:_everybody@jokivoima.example?=

                Hello
                """);

        assertThat(read.content().subject()).isEqualTo("Access Bcc: everybody@jokivoima.example");
    }

    @Test
    void a_line_break_hidden_in_a_name_an_address_a_reference_or_a_file_is_none_either() {
        var read = read("""
                From: =?utf-8?q?Ada=0D=0ABcc:_everybody@jokivoima.example?= <ada@jokivoima.example>
                Message-ID: =?utf-8?q?<one@jokivoima.example>=0D=0ABcc:_everybody@jokivoima.example?=
                References: =?utf-8?q?<zero@firm.example>=0D=0ABcc:_everybody@jokivoima.example?=
                Subject: x
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/plain

                Hello
                --b
                Content-Type: text/plain
                Content-Disposition: attachment; filename*=utf-8''one%0D%0ABcc%3A%20everybody.txt

                file
                --b--
                """);
        var address = read("From: =?utf-8?q?ada@jokivoima.example=0D=0ABcc:_everybody@jokivoima.example?=\n\nHello");

        assertThat(String.valueOf(read.sender().address())).doesNotContainPattern("\\p{Cntrl}");
        assertThat(String.valueOf(read.sender().name())).doesNotContainPattern("\\p{Cntrl}");
        assertThat(String.valueOf(read.trail().headerId())).doesNotContainPattern("\\p{Cntrl}");
        assertThat(read.trail().refersTo()).allSatisfy(one -> assertThat(one).doesNotContainPattern("\\p{Cntrl}"));
        assertThat(read.enclosed())
                .singleElement()
                .satisfies(one -> assertThat(one.name()).endsWith(".txt").doesNotContainPattern("\\p{Cntrl}"));
        assertThat(address.sender().address()).isNull();
    }

    @Test
    void what_turns_the_direction_of_reading_or_rings_a_bell_is_not_kept() {
        var read = read("From: ada@jokivoima.example\nSubject: a\u0007b\nContent-Type: text/plain; charset=utf-8\n\n"
                + "safe\u202Egnp.exe\u0000 end");

        assertThat(read.content().subject()).isEqualTo("ab");
        assertThat(read.content().words()).isEqualTo("safegnp.exe end");
    }

    @Test
    void of_two_senders_none_is_believed() {
        var headers = read("From: ada@jokivoima.example\nFrom: eve@elsewhere.example\nSubject: x\n\nHello");
        var addresses = read("From: ada@jokivoima.example, eve@elsewhere.example\nSubject: x\n\nHello");

        assertThat(headers.sender().address()).isNull();
        assertThat(headers.doubts()).containsExactly(Doubt.SEVERAL_SENDERS);
        assertThat(addresses.sender().address()).isNull();
        assertThat(addresses.doubts()).containsExactly(Doubt.SEVERAL_SENDERS);
    }

    @Test
    void a_message_without_sender_recipient_subject_or_words_is_a_message() {
        assertThat(read("Bcc: privacy@firm.example\n\n").doubts()).containsExactly(Doubt.NO_SENDER);
        assertThat(read("").doubts()).containsExactly(Doubt.NO_SENDER);
        assertThat(read("From: <>\n\nHello").doubts()).containsExactly(Doubt.NO_SENDER);
        assertThat(read("From: \"Ada\" <not an address>\nSubject: x\n\nHello")
                        .sender()
                        .address())
                .isNull();
    }

    @Test
    void html_is_read_as_words_with_what_its_links_lead_to() {
        var read = read("""
                From: ada@jokivoima.example
                Content-Type: text/html; charset=utf-8

                <style>p{}</style><script>alert(1)</script><p>Please <b>erase</b> me.</p><p>See
                <a href="https://elsewhere.example/steal">our register</a></p><img src=x onerror=alert(2)>
                """);

        assertThat(read.content().words())
                .isEqualTo("Please erase me.\nSee our register <https://elsewhere.example/steal>");
    }

    @Test
    void of_two_alternatives_the_plain_one_is_read() {
        var read = read(multipart(
                "alternative",
                "Content-Type: text/plain\n\nplain words",
                "Content-Type: text/html\n\n<b>other words</b>"));

        assertThat(read.content().words()).isEqualTo("plain words");
        assertThat(read.enclosed()).isEmpty();
    }

    @Test
    void a_charset_that_does_not_exist_or_does_not_fit_is_read_all_the_same() {
        var unknown = read(bytes("From: a@b.example\nContent-Type: text/plain; charset=klingon-7\n\nÄäni"));
        var wrong = read(concat(
                bytes("From: a@b.example\nContent-Type: text/plain; charset=utf-8\n\n"),
                "Ääni".getBytes(StandardCharsets.ISO_8859_1)));
        var broken = read("From: a@b.example\nContent-Type: ;;;=\nContent-Transfer-Encoding: rot13\n\nHello");

        assertThat(unknown.content().words()).isEqualTo("Ääni");
        assertThat(wrong.content().words()).isEqualTo("Ääni");
        assertThat(broken.nature()).isEqualTo(Nature.PERSONAL);
    }

    @Test
    void a_file_is_typed_by_its_content_and_a_zip_bomb_is_never_opened() throws IOException {
        var zip = bomb();
        var read = read(multipart(
                "mixed",
                "Content-Type: text/plain\n\nhere",
                "Content-Type: image/png\nContent-Disposition: attachment; filename=\"../../etc/pa:ss.png\"\n"
                        + "Content-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder().encodeToString(zip)));

        assertThat(read.enclosed())
                .singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo("_.._etc_pa_ss.png"));
        assertThat(files.getFirst()).isEqualTo(zip);
        assertThat(new TypedByContent()
                        .of(
                                new ByteArrayInputStream(files.getFirst()),
                                read.enclosed().getFirst().name())
                        .mediaType())
                .isEqualTo("application/zip");
    }

    @Test
    void a_broken_base64_ends_where_it_breaks() {
        var read = read(multipart(
                "mixed",
                "Content-Type: text/plain\n\nhere",
                "Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\nSGVsbG8gdGhlcm"));

        assertThat(read.content().words()).isEqualTo("here");
        assertThat(read.enclosed()).hasSize(1);
        assertThat(read.found()).contains(Doubt.DAMAGED);
    }

    @Test
    void of_a_thousand_parts_the_first_are_read() {
        var parts = new String[1_000];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = "Content-Type: application/octet-stream; name=f" + i + "\n\nx";
        }
        parts[0] = "Content-Type: text/plain\n\nfirst";
        var read = read(multipart("mixed", parts));

        assertThat(read.content().words()).isEqualTo("first");
        assertThat(read.doubts()).contains(Doubt.TOO_MANY_PARTS);
        assertThat(read.enclosed()).hasSize(Limits.ATTACHMENTS);
    }

    @Test
    void a_million_boundaries_are_never_handed_to_a_parser() {
        var many = new StringBuilder("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n");
        many.append("--x\nContent-Type: text/plain\n\nfirst\n");
        many.append("--x\n\n".repeat(1_000_000));
        var read = read(many.toString());

        assertThat(read.content().words()).startsWith("first");
        assertThat(read.doubts()).contains(Doubt.TOO_MANY_PARTS);
    }

    @Test
    void parts_within_parts_end_somewhere() {
        var inner = "Content-Type: text/plain\n\ndeep";
        for (int i = 0; i < 500; i++) {
            inner = "Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n" + inner + "\n--b" + i
                    + "--\n";
        }
        var read = read("From: a@b.example\nSubject: deep\n" + inner);

        assertThat(read.content().subject()).isEqualTo("deep");
        assertThat(read.doubts()).contains(Doubt.TOO_MANY_PARTS);
    }

    @Test
    void of_fifty_megabytes_only_the_beginning_is_taken() {
        var head = bytes("From: ada@jokivoima.example\nSubject: large\nContent-Type: multipart/mixed; boundary=x\n\n"
                + "--x\nContent-Type: text/plain\n\nErase me\n--x\nContent-Type: video/mp4; name=a.mp4\n\n");
        var said = new SequenceInputStream(new ByteArrayInputStream(head), zeros(50_000_000));
        var unsaid = new SequenceInputStream(new ByteArrayInputStream(head), zeros(50_000_000));

        var read = read(said, 50_000_000);
        assertThat(read.content().words()).isEqualTo("Erase me");
        assertThat(read.content().bytes()).isEqualTo(50_000_000);
        assertThat(read.doubts()).containsExactly(Doubt.TOO_LARGE);
        assertThat(read.enclosed()).isEmpty();
        assertThat(read(unsaid, 0).doubts()).contains(Doubt.TOO_LARGE);
    }

    @Test
    void a_head_without_end_is_cut() {
        var read = read("From: ada@jokivoima.example\nSubject: long head\n" + "X-Filler: yes yes yes\n".repeat(50_000)
                + "\nHello");

        assertThat(read.content().subject()).isEqualTo("long head");
        assertThat(read.doubts()).contains(Doubt.TOO_MANY_PARTS);
    }

    @Test
    void what_is_signed_is_read_and_what_is_encrypted_is_said_to_be() {
        var signed = read("""
                From: ada@jokivoima.example
                Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=s

                --s
                Content-Type: text/plain

                signed words
                --s
                Content-Type: application/pkcs7-signature; name=smime.p7s
                Content-Transfer-Encoding: base64

                MIIB
                --s--
                """);
        var sealed = read("""
                From: ada@jokivoima.example
                Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m
                Content-Transfer-Encoding: base64

                MIIB
                """);

        assertThat(signed.content().words()).isEqualTo("signed words");
        assertThat(sealed.doubts()).containsExactly(Doubt.ENCRYPTED);
        assertThat(sealed.enclosed()).hasSize(1);
    }

    @Test
    void machines_are_told_from_people() {
        assertThat(nature("Auto-Submitted: auto-replied")).isEqualTo(Nature.AUTOMATIC);
        assertThat(nature("Auto-Submitted: no")).isEqualTo(Nature.PERSONAL);
        assertThat(nature("Precedence: bulk")).isEqualTo(Nature.AUTOMATIC);
        assertThat(nature("X-Autoreply: yes")).isEqualTo(Nature.AUTOMATIC);
        assertThat(nature("List-Id: <offers.shop.example>")).isEqualTo(Nature.LIST);
        assertThat(nature("Return-Path: <>")).isEqualTo(Nature.BOUNCE);
        assertThat(read("From: MAILER-DAEMON@mx.example\n\nx").nature()).isEqualTo(Nature.BOUNCE);
        assertThat(read("From: Privacy+x@firm.example\n\nx").nature()).isEqualTo(Nature.OWN);
    }

    @Test
    void a_bounce_names_the_letter_that_came_back() {
        var read = read("""
                From: MAILER-DAEMON@mx.example
                Content-Type: multipart/report; report-type=delivery-status; boundary=r

                --r
                Content-Type: text/plain

                Not delivered
                --r
                Content-Type: message/rfc822

                Message-ID: <letter@firm.example>
                Subject: Your request

                words
                --r--
                """);

        assertThat(read.nature()).isEqualTo(Nature.BOUNCE);
        assertThat(read.trail().refersTo()).containsExactly("<letter@firm.example>");
    }

    private Nature nature(String header) {
        return read("From: ada@jokivoima.example\n" + header + "\n\nHello").nature();
    }

    private ReadMessage read(String message) {
        return read(bytes(message));
    }

    private ReadMessage read(byte[] message) {
        return read(new ByteArrayInputStream(message), message.length);
    }

    private ReadMessage read(InputStream in, long size) {
        var found = new AtomicReference<ReadMessage>();
        files.clear();
        try (var raw = RawMessage.of(in, size)) {
            new Reading(Set.of("privacy@firm.example")).read(raw, ARRIVED, read -> {
                found.set(read);
                read.enclosed().forEach(one -> files.add(all(one.content().open())));
            });
        }
        return found.get();
    }

    private static byte[] all(InputStream in) {
        try (in) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String multipart(String kind, String... parts) {
        return "From: a@b.example\nSubject: parts\nMIME-Version: 1.0\nContent-Type: multipart/" + kind
                + "; boundary=edge\n\n--edge\n" + String.join("\n--edge\n", parts) + "\n--edge--\n";
    }

    private static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] one, byte[] two) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(two);
        return both.toByteArray();
    }

    private static InputStream zeros(long many) {
        return new InputStream() {
            private long left = many;

            @Override
            public int read() {
                return left-- > 0 ? 'A' : -1;
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                if (left <= 0) {
                    return -1;
                }
                int given = (int) Math.min(left, length);
                Arrays.fill(buffer, from, from + given, (byte) 'A');
                left -= given;
                return given;
            }
        };
    }

    /** Two kilobytes that come to two megabytes. */
    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            zip.write(new byte[2_000_000]);
        }
        return bytes.toByteArray();
    }
}

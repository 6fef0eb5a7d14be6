package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we write must be what every other program reads. */
class ParcelMailTest {

    private static final UUID ID = UUID.fromString("01999999-0000-7000-8000-00000000abcd");

    @Test
    void a_mail_is_read_as_it_was_meant() throws Exception {
        var text = "Hei Åsa!\n\n.piste rivin alussa\nFrom the beginning\nloppu ";
        var html = "<p>Hei Åsa = ystävä 🙂</p>\n" + "x".repeat(400) + "\n";
        var read = read(parcel(
                "Syksyn uutiset Åsalle: ääkkösiä riittää yhdelle riville aivan liikaa, sanoo otsikko", text, html));

        assertThat(read.getSubject())
                .isEqualTo("Syksyn uutiset Åsalle: ääkkösiä riittää yhdelle riville aivan liikaa, sanoo otsikko");
        assertThat(read.getFrom()[0]).hasToString("=?UTF-8?Q?J=C3=A4rjest=C3=B6_Oy?= <letters@halytin.example>");
        assertThat(read.getReplyTo()[0]).hasToString("jenny@halytin.example");
        assertThat(read.getMessageID()).isEqualTo("<" + ID + "@halytin.example>");
        assertThat(read.getSentDate()).isEqualTo(new Date(1_795_000_000_000L));
        assertThat(read.getHeader("List-Unsubscribe")).containsExactly("<https://register.halytin.example/u/abc>");
        var parts = (MimeMultipart) read.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(read.isMimeType("multipart/alternative")).isTrue();
        assertThat(parts.getBodyPart(0).getContent().toString()).isEqualTo(text.replace("\n", "\r\n"));
        assertThat(parts.getBodyPart(1).getContent().toString()).isEqualTo(html.replace("\n", "\r\n"));
    }

    @Test
    void no_line_is_longer_than_the_standard_allows_nor_begins_with_a_dot() throws Exception {
        var mail = new String(
                written(parcel("Hei", "." + ".".repeat(300), "<p>" + ".ä".repeat(300))), StandardCharsets.US_ASCII);
        assertThat(mail.split("\r\n"))
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(78).doesNotStartWith("."));
        assertThat(mail).endsWith("--\r\n").doesNotContain("\r\n\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aF=. \t\r\nåäö🙂€From <>\"", "abcdefghijklmnop F.", "abcdefghijklmnopqrstuvwxyz \nä"})
    void whatever_is_quoted_comes_back_the_same(String letters) throws Exception {
        var chance = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (int n = chance.nextInt(200); n > 0; n--) {
                int at = letters.offsetByCodePoints(0, chance.nextInt(letters.codePointCount(0, letters.length())));
                text.appendCodePoint(letters.codePointAt(at));
            }
            var quoted = QuotedPrintable.of(text.toString());
            assertThat(new String(quoted, StandardCharsets.US_ASCII).split("\r\n"))
                    .allSatisfy(line -> assertThat(line)
                            .hasSizeLessThanOrEqualTo(76)
                            .doesNotStartWith(".")
                            .doesNotStartWith("From "));
            try (var in = MimeUtility.decode(new ByteArrayInputStream(quoted), "quoted-printable")) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(text.toString().replace("\r\n", "\n").replace("\n", "\r\n"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: all@x.example", "a\nb", "a\u0000", "\u007f"})
    void a_header_with_a_line_break_is_none(String value) {
        assertThatThrownBy(() -> Headers.NONE.and("List-Id", value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Headers.NONE.and(value, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> parcel(value, "", "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Parcel parcel(String subject, String text, String html) {
        return new Parcel(
                ID,
                "campaign",
                new Parcel.Sender("Järjestö Oy", "jenny@halytin.example"),
                new Parcel.Whom("asa@jokivoima.example", null),
                new Parcel.Words(subject, text, html),
                Headers.NONE.and("List-Unsubscribe", "<https://register.halytin.example/u/abc>"));
    }

    private static MimeMessage read(Parcel parcel) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(written(parcel)));
    }

    private static byte[] written(Parcel parcel) throws Exception {
        var from = "letters@halytin.example";
        var date = new MailDateFormat().format(new Date(1_795_000_000_000L));
        return ParcelMail.of(parcel, ParcelMail.head(parcel.sender(), from, date), from);
    }
}

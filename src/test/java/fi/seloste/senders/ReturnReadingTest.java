package fi.seloste.senders;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import fi.seloste.base.Ids;
import fi.seloste.installation.Keys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail programs write when they cannot deliver, old and new, and what only looks like it. */
class ReturnReadingTest {

    private static final Path SAMPLES = Path.of("src/test/resources/bounces");

    private final ReturnToken tokens = new ReturnToken(Keys.passing());
    private final ReturnReading reading = new ReturnReading(tokens);
    private final UUID message = Ids.next();

    @ParameterizedTest
    @CsvSource({
        "qmail-no-mailbox, HARD, 5.1.1",
        "qmail-remote-full, SOFT, 5.2.2",
        "exim-unrouteable, HARD, 5.1.1",
        "exim-no-code, SOFT, ''",
        "postfix-plain, SOFT, 5.7.1",
        "sendmail-user-unknown, HARD, ''",
        "exchange-2003, HARD, 5.1.1",
        "exchange-55, SOFT, ''",
        "exchange-2010-html, HARD, 5.1.10",
        "domino, SOFT, ''",
        "gmail-plain, HARD, 5.2.1",
        "german, HARD, ''",
        "finnish, HARD, 5.1.3",
        "japanese-no-code, SOFT, ''",
        "quota-without-enhanced, SOFT, ''",
        "to-an-alias, HARD, 5.1.1",
        "footer-around-a-report, HARD, 5.1.1",
        "report-sent-on, HARD, 5.1.1",
        "fields-in-a-text, SOFT, 5.2.2",
        "global-report, HARD, 5.1.1",
    })
    @Policy("P5")
    void what_a_program_could_not_deliver_counts_by_its_code_and_without_one_softly(
            String sample, Return.Kind kind, String status) throws IOException {
        assertThat(read(sample)).contains(new ReturnReading.Read(message, kind, status));
    }

    @ParameterizedTest
    @CsvSource({
        "exim-delayed",
        "sendmail-warning",
        "finnish-delayed",
        "delayed-report-in-a-mixed",
        "away-exchange",
        "away-postmaster",
        "away-old-program",
        "receipt",
    })
    @Policy("P7")
    void who_is_away_what_is_late_and_what_was_read_is_known_and_counts_as_nothing(String sample) throws IOException {
        assertThat(read(sample)).contains(new ReturnReading.Read(message, null, ""));
    }

    @Test
    @Policy("P4")
    void a_failure_without_a_token_of_ours_is_about_nothing() throws IOException {
        assertThat(read("forged-token")).isEmpty();
        assertThat(new ReturnReading(new ReturnToken(Keys.passing())).read(bytes("qmail-no-mailbox")))
                .as("a token under another house's key")
                .isEmpty();
    }

    /** Such a text once took a search that goes back over it again and again for hours. */
    @ParameterizedTest
    @ValueSource(strings = {"-", "\n", " ", ">", "|", "\t", "- ", "code: ", "550 "})
    @Timeout(60)
    void no_text_keeps_the_reader_busy_for_long(String repeated) throws IOException {
        var from = Files.readString(SAMPLES.resolve("exim-no-code.eml"), StandardCharsets.UTF_8);
        var head = from.substring(0, from.indexOf("\n\n") + 2);
        var raw = head + repeated.repeat(64 * 1024) + "x";
        reading.read(raw.getBytes(StandardCharsets.UTF_8));
        assertThat(PlainBounce.read(new PlainBounce.Head("mailer-daemon@halytin.example", "", "", false, false), raw))
                .as("a program tells of it")
                .isPresent();
    }

    @Test
    void every_sample_is_named_in_a_table_above() throws IOException {
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            var source = Files.readString(Path.of("src/test/java/fi/seloste/senders/ReturnReadingTest.java"));
            assertThat(samples.map(one -> one.getFileName().toString().replace(".eml", "")))
                    .hasSizeGreaterThan(25)
                    .allMatch(name -> source.contains("\"" + name));
        }
    }

    private Optional<ReturnReading.Read> read(String sample) throws IOException {
        return reading.read(bytes(sample));
    }

    private byte[] bytes(String sample) throws IOException {
        return Files.readString(SAMPLES.resolve(sample + ".eml"))
                .replace("TOKEN", tokens.of(message))
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}

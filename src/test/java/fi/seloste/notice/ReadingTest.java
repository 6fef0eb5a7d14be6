package fi.seloste.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingTest {

    private static final String GOOD = ShippedNoticeTest.text("default");

    /** What somebody did to the file, the path that is named, and words that must be in the sentence. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "uses: [support]",
                        "uses: [suport]",
                        "purposes.customer-support.uses",
                        "suport",
                        "Did you mean support?"),
                Arguments.of(
                        "purposes: [customer-support]\n    sources: [email, own-form, phone, service-use]",
                        "purposes: [customer-suport]\n    sources: [email, own-form, phone, service-use]",
                        "categories.support-communication.purposes",
                        "customer-suport",
                        "Did you mean customer-support?"),
                Arguments.of(
                        "period: P13M\n      action: anonymise",
                        "period: 13 months\n      action: anonymise",
                        "categories.response-statistics.retention.period",
                        "13 months",
                        "P24M"),
                Arguments.of(
                        "retention: { with: relationship-notes }",
                        "retention: { with: files }",
                        "categories.files.retention.with",
                        "files → files",
                        "period of its own"),
                Arguments.of(
                        "fi: verkkolaskuoperaattori, sv: e-fakturaoperatör, en: e-invoice operator",
                        "fi: verkkolaskuoperaattori, en: e-invoice operator",
                        "recipients.einvoice-operator.name.sv",
                        "no wording in language “sv”",
                        "Translate"),
                Arguments.of(
                        "fi: asian jatkuvuus,",
                        "fi: asian jatkuvuus, siis,",
                        "categories.correspondence.retention.reason.siis",
                        "cut the text",
                        "in quotes"),
                Arguments.of(
                        "  organisations:\n",
                        "  contact-changes:\n",
                        "categories.contact-changes",
                        "second time",
                        "another id"),
                Arguments.of(
                        "basis: legitimate-interests",
                        "basiss: legitimate-interests",
                        "purposes.customer-relations.basiss",
                        "Nothing is called “basiss”",
                        "Did you mean basis?"),
                Arguments.of(
                        "businessId: 9000013-4",
                        "businessId: 9000013-5",
                        "controller.businessId",
                        "9000013-5",
                        "check digit"),
                Arguments.of(
                        "updated: 2026-11-20", "updated: 20.11.2026", "heading.updated", "20.11.2026", "2026-11-20"),
                Arguments.of("country: EE", "country: ES1", "recipients.pipedrive.country", "ES1", "two letters"),
                Arguments.of(
                        "terms: [dpv:PublicRelations]",
                        "terms: [dpv:PublicRelation]",
                        "purposes.references.terms",
                        "dpv:PublicRelation",
                        "vocabulary"),
                Arguments.of(
                        "action: anonymise\n      reason",
                        "action: hide\n      reason",
                        "categories.response-statistics.retention.action",
                        "hide",
                        "Did you mean"),
                Arguments.of(
                        "    retention: { with: contact-information }\n",
                        "",
                        "categories.contact-changes.retention",
                        "does not say how long",
                        "Add retention"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_named_with_line_column_path_and_remedy(
            String right, String wrong, String path, String says, String remedy) {
        assertThat(GOOD).contains(right);
        var position = GOOD.indexOf(right);
        var broken = GOOD.substring(0, position) + wrong + GOOD.substring(position + right.length());
        var reading = read(broken);
        assertThat(reading.found()).isEmpty();
        var flaw = reading.flaws().stream()
                .filter(one -> one.place().path().equals(path))
                .findFirst()
                .orElseThrow();
        assertThat(flaw.place().line()).isBetween(lineOf(broken, position) - 10, lineOf(broken, position) + 3);
        assertThat(flaw.place().column()).isPositive();
        assertThat(flaw.in(Locale.ENGLISH)).startsWith("test.yaml, line ").contains(path, says, remedy);
        assertThat(flaw.in(Locale.of("fi"))).contains("rivi");
        assertThat(flaw.in(Locale.of("sv"))).contains("rad");
    }

    private static int lineOf(String text, int position) {
        return (int) text.substring(0, position).lines().count() + 1;
    }

    @Test
    void several_mistakes_are_told_at_once() {
        var broken = GOOD.replace("country: EE", "country: E1").replace("businessId: 9000013-4", "businessId: 1");
        assertThat(read(broken).flaws()).hasSize(2);
    }

    @Test
    void references_of_retention_that_run_in_a_circle_are_named_once_for_each_in_it() {
        var broken = GOOD.replace("retention: { with: contact-information }", "retention: { with: files }")
                .replace("retention: { with: relationship-notes }", "retention: { with: contact-changes }");
        assertThat(read(broken).flaws())
                .extracting(flaw -> flaw.place().path())
                .containsExactly("categories.contact-changes.retention.with", "categories.files.retention.with");
    }

    static Stream<String> bombs() {
        return Stream.of(
                "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
                "format: &me { a: *me }\n",
                "format: !!java.net.URL [\"http://example\"]\n",
                "format: !!int 1\n",
                "[".repeat(100_000),
                "{a: ".repeat(50_000),
                "a: b: c\n",
                "\tformat: 1\n",
                "format: 1\n---\nformat: 1\n",
                "just text",
                "",
                "- one\n- two\n",
                "format: \"\u0000\"\n",
                "? [complex, key]\n: value\n",
                "format: " + "x".repeat(2_000_000));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void a_hostile_file_gets_a_sentence_and_nothing_else(String yaml) {
        var reading = read(yaml);
        assertThat(reading.found()).isEmpty();
        assertThat(reading.flaws()).isNotEmpty();
        assertThat(reading.flaws().getFirst().in(Locale.ENGLISH)).matches("(?s)test.yaml, line \\d+, column \\d+.*\\.");
    }

    @Test
    void bytes_that_are_not_text_get_a_sentence() {
        var reading = DeclarationReader.read("test.yaml", new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(reading.flaws().getFirst().in(Locale.ENGLISH)).contains("UTF-8");
    }

    @Test
    void any_line_may_be_left_out_without_the_reader_failing_otherwise_than_in_sentences() {
        var lines = GOOD.lines().toList();
        for (int i = 0; i < lines.size(); i += 7) {
            var without = new java.util.ArrayList<>(lines);
            without.remove(i);
            var reading = read(String.join("\n", without));
            assertThat(reading.found().isPresent())
                    .as("line %d", i + 1)
                    .isNotEqualTo(!reading.flaws().isEmpty());
            reading.flaws().forEach(flaw -> assertThat(flaw.in(Locale.of("fi"))).isNotBlank());
            reading.found()
                    .ifPresent(found -> List.of("fi", "sv", "en")
                            .forEach(language -> assertThat(PublishedNotice.in(Locale.of(language), found))
                                    .isNotNull()));
        }
    }

    @Test
    void comments_and_the_order_of_keys_do_not_change_the_hash() {
        var reordered = GOOD.replace(
                "  name: Hälytin Oy\n  businessId: 9000013-4\n",
                "  # ours\n  businessId: 9000013-4\n  name: Hälytin Oy\n");
        assertThat(reordered).isNotEqualTo(GOOD);
        assertThat(NoticeJson.sha256(read(reordered).declaration()))
                .isEqualTo(NoticeJson.sha256(read(GOOD).declaration()));
    }

    private static Reading read(String yaml) {
        return DeclarationReader.read("test.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}

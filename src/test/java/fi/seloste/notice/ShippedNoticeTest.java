package fi.seloste.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import fi.seloste.base.Sentence;
import fi.seloste.store.Purpose;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShippedNoticeTest {

    private static final Locale FINNISH = Locale.of("fi");

    private final Declaration standard = DeclarationReader.shipped("default");
    private final Declaration of2023 = DeclarationReader.shipped("example-2023");

    @Test
    void the_default_notice_lacks_nothing_that_the_law_asks_for() {
        assertThat(standard.processing().categories()).hasSizeGreaterThan(15);
        assertThat(Lint.of(standard)).isEmpty();
    }

    @Test
    void every_purpose_of_the_product_for_staff_is_declared_in_the_default_notice() {
        assertThat(Purpose.ofStaff())
                .allSatisfy(purpose -> assertThat(standard.purposesOpening(purpose))
                        .as(purpose.code())
                        .isNotEmpty());
    }

    @Test
    void marketing_reads_neither_support_messages_nor_invoices() {
        assertThat(standard.readersOf("contact-information")).contains(Purpose.MARKETING);
        assertThat(standard.readersOf("marketing-communication")).containsExactly(Purpose.MARKETING);
        assertThat(standard.readersOf("support-communication")).containsExactly(Purpose.SUPPORT);
        assertThat(standard.readersOf("invoicing-collections")).containsExactly(Purpose.BILLING, Purpose.CLAIMS);
    }

    @Test
    void every_category_of_the_default_notice_has_an_end() {
        assertThat(standard.processing().categories().values())
                .allSatisfy(category -> assertThat(category.retention().general())
                        .as(category.id())
                        .isPresent());
    }

    @Test
    @Policy("M6")
    void links_to_ban_marketing_are_kept_for_two_years_at_least() {
        assertThat(standard.category("ways-out").orElseThrow().retention().rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.period().toTotalMonths()).isEqualTo(24));

        var shipped = DeclarationReader.shippedText();
        int at = shipped.indexOf("period: P24M", shipped.indexOf("  ways-out:"));
        var shortened = shipped.substring(0, at) + "period: P12M" + shipped.substring(at + "period: P24M".length());
        var read = DeclarationReader.read("notice.yaml", shortened.getBytes(StandardCharsets.UTF_8));
        assertThat(Lint.of(read.declaration())).extracting(Finding::id).containsExactly("wayOutShort");
    }

    @Test
    void changes_of_a_contact_point_are_kept_as_long_as_the_contact_point() {
        var followed = standard.category("contact-changes").orElseThrow().retention();
        var own = standard.category("contact-information").orElseThrow().retention();
        assertThat(followed.follows()).isEqualTo("contact-information");
        assertThat(followed.rules()).isEqualTo(own.rules());
    }

    @Test
    void the_notice_of_2023_is_read_and_every_one_of_its_defects_is_named() {
        assertThat(Lint.of(of2023))
                .extracting(Finding::id)
                .contains(
                        "officerUnreachable", // Art. 13(1)(b): role without details
                        "purposesMixed", // 13(1)(c)
                        "oneBasisForAll", // 13(1)(c)
                        "interestUnnamed", // 13(1)(d)
                        "recipientsOpen", // 13(1)(e): "including for example"
                        "countryMissing", // 13(1)(f)
                        "keptTooLoosely", // 13(2)(a): as long as required
                        "withdrawalMissing", // 13(2)(c)
                        "authorityUnnamed", // 13(2)(d)
                        "requirementMissing", // 13(2)(e)
                        "automatedMissing", // 13(2)(f)
                        "sourceMissing", // 14(2)(f)
                        "sourceVague", // 14(2)(f)
                        "objectionNotApart", // 21(4)
                        "cookiesVague", // Act 917/2014 s. 205
                        "signatureDemanded", // "in writing and signed"
                        "requestAddressMissing", // … "or electronically", to no printed address
                        "freeOnceAYear",
                        "agreementOfOthers", // the company's agreement argued for its people
                        "bookkeepingMissing", // 6(1)(c) absent
                        "marketingConsentMissing", // s. 200
                        "measurementWithoutConsent", // opens and clicks
                        "recipientPurposeMissing", // visitor analysis without a declared purpose
                        "balancingMissing",
                        "informingMissing",
                        "recollectionPossible"); // "may later again become a target"
        assertThat(Lint.of(of2023))
                .filteredOn(finding -> finding.id().equals("rightMissing"))
                .extracting(Finding::path)
                .containsExactly(
                        "rights.notification",
                        "rights.portability",
                        "rights.objection",
                        "rights.marketing-objection",
                        "rights.automated-decisions");
    }

    @Test
    void what_the_notice_of_2023_says_rightly_is_not_blamed() {
        assertThat(Lint.of(of2023))
                .extracting(Finding::id)
                .isNotEmpty()
                .doesNotContain("controllerUnreachable", "groupMissing", "safeguardMissing");
        assertThat(Lint.of(of2023))
                .extracting(Finding::path)
                .doesNotContain("rights.access", "rights.rectification", "rights.erasure", "rights.restriction");
    }

    @Test
    void every_finding_says_what_is_wrong_and_what_to_do_in_three_languages() {
        assertThat(Lint.of(of2023))
                .allSatisfy(finding -> Sentence.LANGUAGES.forEach(language -> {
                    assertThat(finding.sentence().in(language)).endsWith(".").doesNotContain("{");
                    assertThat(finding.remedy().in(language)).endsWith(".").doesNotContain("{");
                    assertThat(finding.law().words().in(language)).isNotBlank();
                }));
    }

    @Test
    void texts_exist_in_all_three_languages() {
        for (var bundle : List.of("notice", "legaltime")) {
            var english = keys(bundle, Locale.ENGLISH);
            assertThat(keys(bundle, FINNISH)).isEqualTo(english);
            assertThat(keys(bundle, Locale.of("sv"))).isEqualTo(english);
        }
    }

    private static TreeSet<String> keys(String bundle, Locale language) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var texts = ResourceBundle.getBundle("messages/" + bundle, language, control);
        if (!language.equals(Locale.ENGLISH)) {
            assertThat(texts.getLocale()).isEqualTo(language);
        }
        return new TreeSet<>(texts.keySet());
    }

    @Test
    void the_command_prints_the_notice_in_finnish_without_starting_a_server() {
        var out = new ByteArrayOutputStream();
        var code = NoticeCommand.run(
                List.of("print", "--lang", "fi", "default"), new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "Oikeutesi vastustaa käsittelyä",
                        "24 kuukautta",
                        "kirjanpitolain",
                        "Tietosuojavaltuutetun toimisto")
                .doesNotContain("notice.");
    }

    @Test
    void the_command_checks_a_file_and_fails_when_something_must_be_mended() {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(NoticeCommand.run(List.of("check", "default"), print)).isZero();
        assertThat(NoticeCommand.run(List.of("check", "example-2023"), print)).isEqualTo(1);
        assertThat(NoticeCommand.run(List.of("check", "/no/such/file"), print)).isEqualTo(1);
        assertThat(NoticeCommand.run(List.of("chekc", "default"), print)).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("nothing to mend", "21(3)", "cannot be read", "Use:");
    }

    @Test
    void a_rule_that_restricts_needs_a_time_of_use_before_it_and_a_purpose_that_may_see_what_is_restricted() {
        var always = read(text("default").replaceFirst("(?s)(  relationship-notes:.*?action: )erase", "$1restrict"));
        assertThat(Lint.of(always))
                .extracting(Finding::id, Finding::path)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "restrictedAlways", "categories.relationship-notes.retention"));

        var forUse = read(text("default")
                .replaceFirst("(?s)(  contact-information:.*?customer-relations:.*?action: )erase", "$1restrict"));
        assertThat(Lint.of(forUse)).extracting(Finding::id).containsExactly("restrictedForUse");
    }

    @Test
    void one_figure_of_retention_changes_notice_record_and_hash_together() {
        var longer = read(text("default").replaceFirst("period: P24M", "period: P36M"));
        assertThat(NoticeJson.sha256(longer)).isNotEqualTo(NoticeJson.sha256(standard));
        for (var language : Sentence.LANGUAGES) {
            assertThat(PublishedNotice.in(language, standard).toString()).doesNotContain("36 kuukautta");
            assertThat(kept(language, standard)).contains("24 ").doesNotContain("3 ");
            assertThat(kept(language, longer)).contains("3 ").doesNotContain("24 ");
            assertThat(RecordOfProcessing.of(longer, language).csv(language))
                    .isNotEqualTo(RecordOfProcessing.of(standard, language).csv(language));
        }
    }

    private static String kept(Locale language, Declaration declaration) {
        return PublishedNotice.in(language, declaration)
                .what()
                .categories()
                .getFirst()
                .kept()
                .rules()
                .getFirst();
    }

    static Declaration read(String yaml) {
        return DeclarationReader.read("test.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .declaration();
    }

    static String text(String name) {
        try (var stream = ShippedNoticeTest.class.getClassLoader().getResourceAsStream("notice/" + name + ".yaml")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

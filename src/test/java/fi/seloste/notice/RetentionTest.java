package fi.seloste.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.base.Sentence;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {

    private final Declaration declaration = DeclarationReader.shipped("default");

    @ParameterizedTest
    @CsvSource({"2024-03-31, 2030-12-31", "2025-12-31, 2031-12-31", "2026-06-30, 2032-12-31"})
    void vouchers_are_kept_six_years_from_the_end_of_the_calendar_year_of_the_financial_year(
            LocalDate ended, LocalDate until) {
        assertThat(rule("invoicing-collections", "bookkeeping").keptUntil(ended))
                .isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31, 2034-03-31", "2025-12-31, 2035-12-31"})
    void books_are_kept_ten_years_from_the_end_of_the_financial_year(LocalDate ended, LocalDate until) {
        var voucher = rule("invoicing-collections", "bookkeeping");
        var books = new RetentionRule(
                null, Anchor.FINANCIAL_YEAR_END, java.time.Period.ofYears(10), Removal.ERASE, voucher.ground());
        assertThat(books.keptUntil(ended)).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-15, 2029-03-15", "2028-02-01, 2031-02-01"})
    void a_debt_is_kept_three_years_from_its_due_day_or_the_last_interruption(LocalDate day, LocalDate until) {
        assertThat(rule("invoicing-collections", "collections").keptUntil(day)).isEqualTo(until);
    }

    @Test
    void contact_information_is_kept_twenty_four_months_after_the_persons_own_last_act() {
        var rule = rule("contact-information", "role-marketing");
        assertThat(rule.anchor()).isEqualTo(Anchor.OWN_ACT);
        assertThat(rule.keptUntil(LocalDate.of(2024, 2, 29))).isEqualTo("2026-02-28");
        assertThat(rule.isOverOn(LocalDate.of(2024, 5, 10), LocalDate.of(2026, 5, 10)))
                .isFalse();
        assertThat(rule.isOverOn(LocalDate.of(2024, 5, 10), LocalDate.of(2026, 5, 11)))
                .isTrue();
    }

    @Test
    void a_purpose_may_have_its_own_rule_and_the_others_share_the_general_one() {
        assertThat(rule("contact-information", "customer-relations").anchor()).isEqualTo(Anchor.RELATIONSHIP_END);
        assertThat(rule("contact-information", "prospecting").anchor()).isEqualTo(Anchor.OWN_ACT);
    }

    @Test
    void why_something_is_kept_is_said_with_the_day_and_the_law() {
        var rule = rule("invoicing-collections", "bookkeeping");
        var ended = LocalDate.of(2024, 3, 31);
        assertThat(rule.explain(ended).in(Locale.ENGLISH)).contains("31 December 2030", "6 years", "Accounting Act");
        assertThat(rule.explain(ended).in(Locale.of("fi"))).contains("31.12.2030", "6 vuotta", "kirjanpitolain");
        assertThat(rule.explain(ended).in(Locale.of("sv"))).contains("31.12.2030", "6 år", "bokföringslagen");
    }

    @Test
    void every_rule_of_the_default_notice_can_be_said_in_three_languages() {
        declaration.processing().categories().values().stream()
                .flatMap(category -> category.retention().rules().stream())
                .forEach(rule -> Sentence.LANGUAGES.forEach(language ->
                        assertThat(rule.words().in(language)).endsWith(".").doesNotContain("{", "notice.")));
    }

    private RetentionRule rule(String category, String purpose) {
        return declaration
                .category(category)
                .orElseThrow()
                .retention()
                .ruleFor(purpose)
                .orElseThrow();
    }
}

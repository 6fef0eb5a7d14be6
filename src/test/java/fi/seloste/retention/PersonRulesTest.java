package fi.seloste.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import fi.seloste.notice.Anchor;
import fi.seloste.notice.Removal;
import fi.seloste.notice.RetentionRule;
import fi.seloste.notice.Text;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonRulesTest {

    private static final LocalDate LAST_OF_JANUARY = LocalDate.of(2027, 1, 31);

    @Test
    @Policy("T3")
    void a_month_from_31_January_ends_on_the_last_day_of_February() {
        assertThat(until(LAST_OF_JANUARY, "P1M")).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(until(LocalDate.of(2028, 1, 31), "P1M")).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(until(LAST_OF_JANUARY, "P3M")).isEqualTo(LocalDate.of(2027, 4, 30));
    }

    @Test
    @Policy("T3")
    void a_year_from_the_leap_day_ends_on_28_February() {
        assertThat(until(LocalDate.of(2028, 2, 29), "P12M")).isEqualTo(LocalDate.of(2029, 2, 28));
        assertThat(until(LocalDate.of(2028, 2, 29), "P48M")).isEqualTo(LocalDate.of(2032, 2, 29));
        assertThat(until(LocalDate.of(2027, 2, 28), "P12M")).isEqualTo(LocalDate.of(2028, 2, 28));
    }

    @Test
    @Policy("T3")
    void the_latest_event_that_is_over_is_found_on_every_day_of_five_years_for_every_period() {
        for (var rule : List.of(
                rule(Anchor.OWN_ACT, "P24M"),
                rule(Anchor.OWN_ACT, "P1M"),
                rule(Anchor.RECORDED, "P30D"),
                rule(Anchor.CLOSED, "P3Y"),
                rule(Anchor.FINANCIAL_YEAR, "P6Y"))) {
            for (var day = LocalDate.of(2026, 1, 1); day.getYear() < 2031; day = day.plusDays(1)) {
                var latest = PersonRules.latestOver(rule, day);
                assertThat(rule.isOverOn(latest, day)).isTrue();
                assertThat(rule.isOverOn(latest.plusDays(1), day)).isFalse();
            }
        }
    }

    @Test
    @Policy("T5")
    void of_several_purposes_the_one_that_keeps_longest_decides() {
        var rules = new PersonRules(List.of(rule(Anchor.OWN_ACT, "P24M"), rule(Anchor.RELATIONSHIP_END, "P12M")));
        var acted = LocalDate.of(2026, 3, 1);

        assertThat(rules.end(facts(acted, null))).isEqualTo(ending(rules, 0, acted));
        assertThat(rules.end(facts(acted, LocalDate.of(2026, 6, 1)))).isEqualTo(ending(rules, 0, acted));
        assertThat(rules.end(facts(acted, LocalDate.of(2028, 1, 15))))
                .isEqualTo(ending(rules, 1, LocalDate.of(2028, 1, 15)));
        assertThat(rules.end(facts(acted, LocalDate.MAX)))
                .isEqualTo(new Ending.WhileItLasts(rules.rules().get(1)));
    }

    @Test
    @Policy("T6")
    void another_period_in_the_notice_is_another_day() {
        var acted = LocalDate.of(2026, 3, 1);
        var long24 = new PersonRules(List.of(rule(Anchor.OWN_ACT, "P24M")));
        var short6 = new PersonRules(List.of(rule(Anchor.OWN_ACT, "P6M")));
        var day = LocalDate.of(2026, 9, 2);

        assertThat(long24.isDue(facts(acted, null), day)).isFalse();
        assertThat(short6.isDue(facts(acted, null), day)).isTrue();
        assertThat(short6.isDue(facts(acted, null), day.minusDays(1))).isFalse();
    }

    @Test
    void without_a_rule_that_can_be_counted_nobody_is_due() {
        assertThat(new PersonRules(List.of()).end(facts(LAST_OF_JANUARY, null))).isEqualTo(new Ending.Unruled());
    }

    static RetentionRule rule(Anchor anchor, String period) {
        return new RetentionRule(
                null, anchor, Period.parse(period), Removal.ERASE, new RetentionRule.Ground(false, Text.NONE));
    }

    private static LocalDate until(LocalDate event, String period) {
        return ((Ending.Until) new PersonRules(List.of(rule(Anchor.OWN_ACT, period))).end(facts(event, null))).on();
    }

    private static Ending ending(PersonRules rules, int index, LocalDate event) {
        var rule = rules.rules().get(index);
        return new Ending.Until(rule.keptUntil(event), rule, event);
    }

    private static Facts facts(LocalDate acted, @Nullable LocalDate related) {
        return new Facts(acted, acted, related);
    }
}

package fi.seloste.notice;

import fi.seloste.base.Sentence;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How long data of a category are kept, GDPR Art. 5(1)(e): an event, a period in calendar units, the law or reason behind it, and what
 * happens then. With a purpose named, the rule holds for what that purpose needs; without one, for everything else.
 */
public record RetentionRule(@Nullable String purpose, Anchor anchor, Period period, Removal action, Ground ground) {

    /** Why this long: a law, or a reason of the controller's own. */
    public record Ground(boolean law, Text text) {}

    /** The last day of keeping; from the next day on the data are due for removal. */
    public LocalDate keptUntil(LocalDate event) {
        return anchor.start(event).plus(period);
    }

    public boolean isOverOn(LocalDate event, LocalDate today) {
        return today.isAfter(keptUntil(event));
    }

    /** As short as it can be said: how long, and from what. */
    public Sentence brief() {
        return Sentence.of("notice.keptBriefly", length(), anchor.words());
    }

    /** The rule in words, as the notice says it. */
    public Sentence words() {
        return Sentence.of("notice.kept", length(), anchor.words(), action.words(), ground.text());
    }

    /** Why one row is kept until its day, as the person is told. */
    public Sentence explain(LocalDate event) {
        return Sentence.of(
                "notice.keptUntil", keptUntil(event), length(), anchor.words(), action.words(), ground.text());
    }

    private Sentence length() {
        return length(period);
    }

    /** A period in the words of its own unit: days stay days, and two years stay twenty-four months. */
    static Sentence length(Period period) {
        var months = period.toTotalMonths();
        if (period.getDays() != 0) {
            return Sentence.of("notice.period.days", period.getDays());
        }
        return months % 12 == 0 && months > 24
                ? Sentence.of("notice.period.years", months / 12)
                : Sentence.of("notice.period.months", months);
    }
}

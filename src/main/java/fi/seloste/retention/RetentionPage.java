package fi.seloste.retention;

import fi.seloste.ui.Bar;
import fi.seloste.ui.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What falls due in the next twelve months and by which rule, what stops it, and what the last nights removed. */
public record RetentionPage(Counts counts, List<Bar> months, List<Rule> rules, List<Held> holds, List<Night> nights)
        implements View {

    /** Whom the page counts: who goes this month and within the year, whom something stops, and who should have gone; and when it was counted. */
    public record Counts(long thisMonth, long year, long stopped, long backlog, Instant at) {}

    /** A category's rules, how each is carried out, and how much falls due by them. */
    public record Rule(String category, List<Worded> rules, Falling falling, long outOfUse) {

        /** Whether any module keeps data of the category. */
        public boolean hasData() {
            return rules.stream().noneMatch(rule -> rule.how().equals("no-data"));
        }
    }

    public record Worded(String words, String how) {}

    /** People or rows. */
    public record Falling(String unit, long overdue, long year) {}

    /** A hold in force, with the name of what it holds and where that is shown. */
    public record Held(HoldId id, String kind, Named what, String reason, LocalDate until, By by) {}

    public record Named(String name, @Nullable String url) {}

    public record By(String name, Instant at) {}

    public record Night(LocalDate day, @Nullable Instant finishedAt, long people, long rows, long stopped) {}

    public List<Rule> kept() {
        return rules.stream().filter(Rule::hasData).toList();
    }

    public List<Rule> notKept() {
        return rules.stream().filter(rule -> !rule.hasData()).toList();
    }

    @Override
    public String as() {
        return "retention";
    }
}

package fi.seloste.flows;

import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Figures;
import fi.seloste.marketing.Report;
import fi.seloste.ui.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step as it is drawn on the page: what it says, how many stand at it, what is wrong with it, and the steps on its sides. */
public record Node(
        Step step,
        Said title,
        int standing,
        List<Said> wrong,
        @Nullable Letter letter,
        Sides sides) {

    /** Of a mail: the campaign that it is written in, and what came of it. */
    public record Letter(Campaign campaign, Report.@Nullable Numbers numbers, List<Figures.Figure> figures) {}

    public record Sides(List<Node> yes, List<Node> no) {

        static final Sides NONE = new Sides(List.of(), List.of());
    }

    public boolean isBranch() {
        return step instanceof Step.Condition;
    }

    public String icon() {
        return switch (step) {
            case Step.Wait ignored -> "hourglass";
            case Step.Mail ignored -> "mail";
            case Step.Condition ignored -> "arrows-exchange";
            case Step.Task ignored -> "checkbox";
            case Step.Stop ignored -> "flag";
        };
    }
}

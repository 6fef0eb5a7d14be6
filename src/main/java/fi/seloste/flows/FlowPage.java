package fi.seloste.flows;

import fi.seloste.marketing.Campaign;
import fi.seloste.register.PersonRow;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A flow whole: its steps with how many stand at each, who left and why, what blocks it, and what was done with it. */
public record FlowPage(Flow flow, Drawn drawn, Numbers numbers, Around around, Errors errors) implements View {

    /** The steps in force, or as they are being drawn. */
    public record Drawn(boolean drawing, @Nullable Edition edition, List<Node> nodes, List<Obstacle> obstacles) {}

    /** How many are on their way, how many of them by an earlier edition, and how many left for which reason. */
    public record Numbers(int within, int older, Map<String, Integer> left) {

        public int gone() {
            return left.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** What stands around the steps; {@code stopped} are its mails that are paused while it runs. */
    public record Around(
            String beginning, String ground, String sender, List<Deed> deeds, List<Campaign> stopped, Adding adding) {}

    /** Ways to add people by hand: an audience, or whom some words found; and the audiences that are entering. */
    public record Adding(List<Option> audiences, List<PersonRow> found, String words, List<UnderWay> underWay) {}

    /** An audience, by name, that is entering. */
    public record UnderWay(Addition addition, String audience) {

        public String id() {
            return "adding-" + addition.id();
        }
    }

    public String url() {
        return "/marketing/flows/" + flow.id();
    }

    /** This very page, where the draft beside a flow in force is another one. */
    public String here() {
        return drawn.drawing() && flow.isBegun() ? url() + "?drawing=true" : url();
    }

    public String version() {
        return String.valueOf(flow.version());
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "marketing";
    }
}

package fi.seloste.rights;

import fi.seloste.consents.ConsentPanel;
import fi.seloste.ui.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why do you have me: what is kept about whoever opened this page, and a button for each right. */
public record OwnPage(
        String link,
        Facts facts,
        List<ConsentPanel.Row> consents,
        List<Kept> kept,
        List<String> recipients,
        List<Asked> asked)
        implements View {

    public record Facts(String name, List<Fact> list, String kept, Marks marks) {}

    /** A datum with where it came from. */
    public record Fact(
            String kind,
            String value,
            String source,
            @Nullable LocalDate on) {}

    public record Marks(boolean banned, boolean restricted, List<String> parts, int consultations) {

        /** The categories that are only stored, while the rest is in use. */
        public String restrictedParts() {
            return String.join(", ", parts);
        }
    }

    public record Kept(String category, long rows, String purposes, String until) {}

    /** A request of theirs; {@code answer} names it where its package can be fetched. */
    public record Asked(
            String number,
            String right,
            String state,
            LocalDate due,
            @Nullable String answer) {}

    /** To take back every consent is offered where there is one. */
    public List<String> rights() {
        var rights = new ArrayList<>(
                List.of("access", "portability", "rectification", "marketing-ban", "objection", "restriction"));
        if (consents.stream().anyMatch(ConsentPanel.Row::isStanding)) {
            rights.add("withdrawal");
        }
        return rights;
    }

    @Override
    public String as() {
        return "subject";
    }
}

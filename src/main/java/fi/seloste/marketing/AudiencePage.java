package fi.seloste.marketing;

import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import fi.seloste.ui.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An audience as it is built: its groups of conditions in words, whom it reaches, and beside it who is left out and why. */
public record AudiencePage(Audience audience, Built built, Found found, Adding adding, Errors errors) implements View {

    /** The conditions in words, group by group; {@code withheld} says of those that the notice does not let marketing ask why not. */
    public record Built(List<List<Said>> groups, List<Said> withheld) {}

    /**
     * Whom it reaches: how many fit whom marketing sees, who of them is left out, the first by name, and where the next begin. Of very many it takes
     * seconds to say who is left out, and the page does not wait for that.
     */
    public record Found(
            int people,
            Targeting.@Nullable Reach reach,
            List<Member> members,
            @Nullable String next) {

        static final Found NOBODY = new Found(0, Targeting.Reach.NOBODY, List.of(), null);
    }

    /** A condition that is being added: to which group, about what, what can be chosen there, what else the product and the own fields can be asked, and why something cannot. */
    public record Adding(
            int group,
            @Nullable Question question,
            List<Option> values,
            List<Question> fields,
            List<Question> ownFields,
            List<Said> withheld) {}

    public String url() {
        return "/marketing/audiences/" + audience.id();
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

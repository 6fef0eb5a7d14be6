package fi.seloste.newsletters;

import fi.seloste.ui.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gets and how often, for whoever came by the link of a message or proved on their own page who they are. {@code proven} says the latter:
 * then what is turned on begins at once, else after a letter.
 */
public record PreferencesPage(
        String base,
        boolean proven,
        List<Subscriptions.Held> held,
        @Nullable Restraint restraint,
        Marks marks) implements View {

    /** What stands in the way of any marketing. */
    public record Marks(boolean banned, boolean bannedByOrganisation, boolean restricted) {

        boolean isFree() {
            return !banned && !bannedByOrganisation && !restricted;
        }
    }

    public boolean isFree() {
        return marks.isFree();
    }

    public String choice() {
        return restraint == null ? "all" : restraint.code();
    }

    /** As the field of a newsletter says it. */
    public String value(Subscriptions.Held one) {
        return one.subscribed() ? one.rhythm().code() : "none";
    }

    @Override
    public String as() {
        return "subject";
    }
}

package fi.seloste.rights;

import fi.seloste.ui.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One act on a request that needs a word: extend, suspend, refuse, confirm, lift. {@code choices} are codes of grounds or ways. */
public record ActPage(
        String act, String id, String number, List<String> choices, List<RequestPage.Candidate> candidates)
        implements View {

    static ActPage of(String act, Request request, List<String> choices) {
        return new ActPage(act, request.id().toString(), request.number(), choices, List.of());
    }

    public @Nullable String choiceName() {
        return switch (act) {
            case "refusal" -> "ground";
            case "identity" -> "how";
            case "balancing" -> "outcome";
            default -> null;
        };
    }

    /** The keys of the choices' words. */
    public String choiceKey() {
        return switch (act) {
            case "refusal" -> "rights.groundName.";
            case "balancing" -> "rights.outcome.";
            default -> "rights.how.";
        };
    }

    public boolean reasonNeeded() {
        return !act.equals("refusal") && !act.equals("identity") && !act.equals("withdrawal");
    }

    @Override
    public String as() {
        return "rights";
    }
}

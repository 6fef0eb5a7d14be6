package fi.seloste.movers;

import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an export holds, what its lists become, what came of it, and how many subscriptions end where it is taken back. */
public record MovePage(Move move, int ends, List<Option> topics, Map<String, String> sent, Errors errors)
        implements View {

    public String sent(String field) {
        return sent.getOrDefault(field, "");
    }

    public String url() {
        return "/imports/moves/" + move.id();
    }

    /** What a list became, by name. */
    public String became(@Nullable UUID topic) {
        return topics.stream()
                .filter(one -> topic != null && one.value().equals(topic.toString()))
                .map(Option::label)
                .findFirst()
                .orElse("");
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}

package fi.seloste.newsletters;

import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;

/** The newsletters that there are, and how many read each. */
public record TopicListPage(List<Topic> topics, Map<String, Integer> readers, boolean declared) implements View {

    public int readers(Topic topic) {
        return readers.getOrDefault(topic.slug(), 0);
    }
}

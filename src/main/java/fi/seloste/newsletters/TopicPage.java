package fi.seloste.newsletters;

import fi.seloste.base.Paged;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.Map;

/** A newsletter for staff: how people come to it, who reads it, and a form to ask somebody. */
public record TopicPage(
        Topic topic,
        Numbers numbers,
        String address,
        Paged<Subscriber> readers,
        Map<String, String> asked,
        Errors errors)
        implements View {

    /** How many read it, and how many have been asked and did not answer yet. */
    public record Numbers(int readers, int waiting) {}

    public String url() {
        return "/marketing/newsletters/" + topic.id();
    }

    public String asked(String field) {
        return asked.getOrDefault(field, "");
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

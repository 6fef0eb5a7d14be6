package fi.seloste.newsletters;

import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A newsletter to be made or changed. */
public record TopicFormPage(@Nullable Topic topic, TopicForm form, List<Option> purposes, Errors errors)
        implements View {

    public String url() {
        return topic == null ? "/marketing/newsletters" : "/marketing/newsletters/" + topic.id() + "/settings";
    }

    public List<String> frequencies() {
        return Arrays.stream(Topic.Frequency.values())
                .map(Topic.Frequency::code)
                .toList();
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}

package fi.seloste.newsletters;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Locale;

/** What can be subscribed to, and the form that asks for it. */
public record NewslettersPage(List<Topic> topics, AskForm form, String controller, Errors errors) implements View {

    public String words(Topic topic, Locale language) {
        return topic.wording(language.getLanguage(), controller);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}

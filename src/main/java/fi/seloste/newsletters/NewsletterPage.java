package fi.seloste.newsletters;

import fi.seloste.base.Paged;
import fi.seloste.marketing.Issue;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Locale;

/** One newsletter for anybody: what it is about, the form to subscribe, and what went out before. */
public record NewsletterPage(Topic topic, Paged<Issue> read, AskForm form, String controller, Errors errors)
        implements View {

    public List<Issue> issues() {
        return read.items();
    }

    public String words(Locale language) {
        return topic.wording(language.getLanguage(), controller);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}

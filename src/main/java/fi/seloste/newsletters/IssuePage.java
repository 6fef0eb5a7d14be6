package fi.seloste.newsletters;

import fi.seloste.marketing.Archive;
import fi.seloste.marketing.Issue;
import fi.seloste.ui.View;

/** An issue that went out, as anybody may read it. */
public record IssuePage(Topic topic, Issue issue, Archive.Shown shown) implements View {

    public String url() {
        return "/newsletters/" + topic.slug() + "/issues/" + issue.id();
    }
}

package fi.seloste.marketing;

import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.base.Spot;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The door to issues that went out, for anybody: merge fields say what they say of nobody, and the way out leads to the newsletter's own page. */
@Component
public class Archive {

    private final Issues issues;
    private final Rendering rendering;
    private final Footers footers;

    Archive(Issues issues, Rendering rendering, Footers footers) {
        this.issues = issues;
        this.rendering = rendering;
        this.footers = footers;
    }

    /** As it is read: the mail itself, and the same as plain text. */
    public record Shown(String language, String subject, String html, String text) {}

    /** The newest first. */
    @As(Purpose.SUBJECT)
    public Paged<Issue> of(String topic, Paging asked) {
        return Paged.of(
                issues.of(topic, asked.afterSpot(), asked.limit() + 1), asked, one -> new Spot(one.sentAt(), one.id()));
    }

    @As(Purpose.SUBJECT)
    public Issue get(String topic, UUID id) {
        return issues.find(topic, id).orElseThrow(() -> Problem.notFound("issue"));
    }

    public Shown shown(Issue issue, String language, String leadsTo) {
        var spoken = issue.languageFor(language);
        var words = rendering.template(issue.content().whySubscribed(), spoken).to(Reader.NOBODY, footers.url(leadsTo));
        return new Shown(spoken, words.subject(), words.html(), words.text());
    }
}

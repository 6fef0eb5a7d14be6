package fi.seloste.forms;

import fi.seloste.base.Paged;
import fi.seloste.ui.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A form at one look: whether visitors see it, what is in its way, how it is put on a site, and what came by it. */
public record FormOverviewPage(
        Form form, Seen seen, List<Obstacle> obstacles, Numbers numbers, Editions editions, Place place)
        implements View {

    /** How much of an open form the notice in force leaves to its visitors; all where none is open. */
    public enum Seen {
        WHOLE,
        LESSENED,
        SHUT;

        static Seen of(Visiting.Open open) {
            return !open.isOpen() ? SHUT : open.isLessened() ? LESSENED : WHOLE;
        }
    }

    public record Numbers(long taken, long waiting) {}

    /** Some of what visitors saw one after the other, the newest first, and since when they see the newest. */
    public record Editions(
            Paged<Form.Edition> read, @Nullable Instant newestAt) {}

    /** Where it is, whose its answers are, and what it hands out or leads to. */
    public record Place(
            String url,
            String house,
            @Nullable String owner,
            @Nullable String leads,
            Files.@Nullable Kept file) {}

    public String url() {
        return "/forms/" + form.id();
    }

    /** For a site without scripts of ours: a frame of a fixed height. */
    public String frameSnippet() {
        return "<iframe src=\"%s?embed=1&amp;lang=%s\" title=\"%s\" width=\"100%%\" height=\"760\" style=\"border:0\" loading=\"lazy\"></iframe>"
                .formatted(place.url(), language(), title());
    }

    /** The same frame, as high as its content. */
    public String scriptSnippet() {
        return "<script src=\"%s/assets/form-embed.js\" data-form=\"%s\" data-lang=\"%s\" data-title=\"%s\" async></script>"
                .formatted(place.house(), form.plan().slug(), language(), title());
    }

    private String language() {
        return form.content().languages().getFirst();
    }

    private String title() {
        return HtmlUtils.htmlEscape(form.content().heading(language()).title(), "UTF-8");
    }

    /** Whether visitors see other words than those that stand here. */
    public boolean isAhead() {
        return form.state() == Form.State.PUBLISHED
                && editions.newestAt() != null
                && form.course().changedAt().isAfter(editions.newestAt());
    }
}

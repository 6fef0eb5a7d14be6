package fi.seloste.newsletters;

import fi.seloste.base.Length;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.consents.Way;
import fi.seloste.evidence.Evidence;
import fi.seloste.marketing.CampaignQuery;
import fi.seloste.marketing.Marketing;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.PublicAddress;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the pages of newsletters together. */
@Component
class TopicDesk {

    private static final String ISSUES = "6";

    private final Newsletters newsletters;
    private final Subscribing subscribing;
    private final Marketing marketing;
    private final PublicAddress house;

    TopicDesk(Newsletters newsletters, Subscribing subscribing, Marketing marketing, PublicAddress house) {
        this.newsletters = newsletters;
        this.subscribing = subscribing;
        this.marketing = marketing;
        this.house = house;
    }

    TopicPage page(UUID id, TopicPages.Listed listed, Map<String, String> asked, Errors errors, SignedIn viewer) {
        var topic = newsletters.get(id);
        var numbers = new TopicPage.Numbers(subscribing.count(topic), subscribing.waiting(topic));
        var words = Length.LINE.checked("q", listed.words());
        var readers =
                subscribing.list(topic, words, Paging.of(null, listed.after()), Evidence.How.LIST, viewer.actor());
        var issues = marketing
                .touched(CampaignQuery.issuesOf(topic.slug()), Paging.of(ISSUES, null))
                .items();
        return new TopicPage(
                topic,
                new TopicPage.Read(words, numbers, readers),
                house.of("/newsletters/" + topic.slug()),
                issues,
                asked,
                errors);
    }

    TopicFormPage form(@Nullable Topic topic, @Nullable TopicForm form, Errors errors, Locale language) {
        var purposes = newsletters.purposes().stream()
                .map(one -> new Option(one.id(), one.name().in(language)))
                .toList();
        var shown = form != null
                ? form
                : topic != null
                        ? TopicForm.of(topic)
                        : TopicForm.empty(
                                purposes.isEmpty() ? "" : purposes.getFirst().value());
        return new TopicFormPage(topic, shown, purposes, errors);
    }

    /** How the person said so, for whoever writes it down. */
    Way way(String how) {
        return Way.SAID.stream()
                .filter(one -> one.code().equals(how))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("how", "newsletters.how.unknown", Shortened.of(how)));
    }
}

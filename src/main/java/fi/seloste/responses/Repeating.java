package fi.seloste.responses;

import fi.seloste.base.Actor;
import fi.seloste.base.NextName;
import fi.seloste.base.Problem;
import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Content;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.MergeFields;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Said;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The door to sending again. It makes a draft that is looked over and sent like any other: the same checks, the same gates, and three more that bind it
 * to the first campaign.
 */
@Component
public class Repeating {

    /** Sooner than this it would be nagging. */
    public static final int DAYS = 3;

    private final Repeats repeats;
    private final Marketing marketing;
    private final MergeFields fields;
    private final Clock clock;

    Repeating(Repeats repeats, Marketing marketing, MergeFields fields, Clock clock) {
        this.repeats = repeats;
        this.marketing = marketing;
        this.fields = fields;
        this.clock = clock;
    }

    /** A draft with other subjects and the words of the first. */
    @As(Purpose.MARKETING)
    public UUID again(UUID first, Map<String, String> subjects, boolean unknownToo, Actor actor) {
        var campaign = marketing.get(first);
        hindrance(campaign).ifPresent(said -> {
            throw Problem.conflict(said.key(), said.arguments().toArray());
        });
        var content = another(campaign.content(), subjects);
        fields.mustBeKnown("subjects", subjects.values());
        var plan = campaign.plan().named(NextName.after(campaign.name()));
        var id = marketing.addLike(plan, content, campaign.content(), actor);
        repeats.add(new Repeat(id, first, unknownToo), clock.instant());
        return id;
    }

    @EventListener
    void forgotten(Campaign.Forgotten event) {
        repeats.remove(event.id());
    }

    /** Why it cannot go again now; told before anybody writes another subject for it. */
    @As(Purpose.MARKETING)
    public Optional<Said> hindrance(UUID first) {
        return hindrance(marketing.get(first));
    }

    private Optional<Said> hindrance(Campaign campaign) {
        var begun = campaign.course().begunAt();
        if (begun == null || campaign.state() != Campaign.State.SENT) {
            return Optional.of(Said.of("responses.repeat.notSent"));
        }
        var from = begun.plus(Duration.ofDays(DAYS));
        if (clock.instant().isBefore(from)) {
            return Optional.of(Said.of("responses.repeat.tooSoon", DAYS, from));
        }
        return repeats.of(campaign.id())
                .map(other ->
                        Said.of("responses.repeat.exists", marketing.get(other).name()));
    }

    private static Content another(Content content, Map<String, String> subjects) {
        for (var language : content.languages()) {
            var words = subjects.getOrDefault(language, "").strip();
            if (words.isEmpty()) {
                throw Problem.invalid("subjects", "responses.trial.untranslated", language);
            }
            if (words.equals(content.subject(language))) {
                throw Problem.invalid("subjects", "responses.repeat.same", words);
            }
            Trial.Plan.mustBeSubject(words);
        }
        return new Content(content.languages(), subjects, content.why(), content.blocks());
    }
}

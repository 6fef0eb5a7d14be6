package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.marketing.Criteria.Match;
import fi.seloste.ui.Errors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the pages of audiences together, and changes their conditions one by one. */
@Component
class AudienceDesk {

    private static final int SHOWN = 25;
    private static final String NONE = "none";

    private final Targeting targeting;
    private final Questions questions;

    AudienceDesk(Targeting targeting, Questions questions) {
        this.targeting = targeting;
        this.questions = questions;
    }

    /** Each is counted anew, so no more than a page of them is. */
    AudienceListPage list(@Nullable String after) {
        var read = targeting.list(Paging.of(String.valueOf(SHOWN), after));
        boolean large = targeting.isLarge(Criteria.EVERYBODY);
        return new AudienceListPage(
                read.items().stream().map(one -> row(one, large)).toList(), read.next());
    }

    private AudienceListPage.Row row(Audience one, boolean large) {
        boolean withheld = !questions.areAllowed(one.criteria());
        return new AudienceListPage.Row(one, withheld || large ? null : targeting.count(one.criteria()), withheld);
    }

    AudiencePage page(UUID id, AudiencePages.Asked asked, Errors errors, Actor actor, Locale language) {
        var audience = targeting.get(id);
        var groups = audience.criteria().groups().stream()
                .map(group -> group.conditions().stream().map(questions::said).toList())
                .toList();
        var withheld = questions.withheld(audience.criteria());
        var found = withheld.isEmpty() ? found(audience, asked, actor) : AudiencePage.Found.NOBODY;
        return new AudiencePage(
                audience, new AudiencePage.Built(groups, withheld), found, adding(asked, language), errors);
    }

    private AudiencePage.Found found(Audience audience, AudiencePages.Asked asked, Actor actor) {
        var mark = Mark.parse(asked.after());
        var read = targeting.members(
                audience.criteria(),
                mark == null ? null : mark.name(),
                mark == null ? null : mark.id(),
                SHOWN + 1,
                Evidence.How.LIST,
                actor);
        var shown = read.subList(0, Math.min(SHOWN, read.size()));
        int people = targeting.count(audience.criteria());
        return new AudiencePage.Found(
                people,
                !targeting.isLarge(people) || asked.judged() != null ? targeting.reach(audience.criteria()) : null,
                shown,
                read.size() > SHOWN ? Mark.of(shown.getLast()) : null);
    }

    private AudiencePage.Adding adding(AudiencePages.Asked asked, Locale language) {
        var question = asked.field() == null || asked.field().isBlank() ? null : questions.of(asked.field());
        var group = asked.group() == null ? -1 : asked.group();
        var all = questions.all();
        var withheld = all.stream()
                .map(Questions.Asked::withheld)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new AudiencePage.Adding(
                group,
                question,
                question == null ? List.of() : question.options(asked.q(), language),
                offered(all, false),
                offered(all, true),
                withheld);
    }

    private static List<Question> offered(List<Questions.Asked> all, boolean own) {
        return all.stream()
                .filter(one -> one.withheld() == null && one.isOwn() == own)
                .map(Questions.Asked::question)
                .toList();
    }

    void add(UUID id, int version, int index, String field, String value) {
        var condition = questions.condition(field, value);
        var audience = targeting.get(id);
        var criteria = audience.criteria();
        var changed = index >= 0 && index < criteria.groups().size()
                ? criteria.with(index, criteria.groups().get(index).with(condition))
                : criteria.withGroup(new Criteria.Group(Match.ALL, false, List.of(condition)));
        targeting.change(id, version, audience.name(), changed);
    }

    void remove(UUID id, int version, int index, int condition) {
        var audience = targeting.get(id);
        var group = group(audience, index);
        if (condition < 0 || condition >= group.conditions().size()) {
            throw Problem.stale("marketing.audience.stale");
        }
        targeting.change(id, version, audience.name(), audience.criteria().with(index, group.without(condition)));
    }

    /** None of them is any of them, turned round. */
    void join(UUID id, int version, int index, String match) {
        var audience = targeting.get(id);
        var group = group(audience, index);
        var not = match.equals(NONE);
        var joined = new Criteria.Group(not ? Match.ANY : Match.of("match", match), not, group.conditions());
        targeting.change(id, version, audience.name(), audience.criteria().with(index, joined));
    }

    private static Criteria.Group group(Audience audience, int index) {
        if (index < 0 || index >= audience.criteria().groups().size()) {
            throw Problem.stale("marketing.audience.stale");
        }
        return audience.criteria().groups().get(index);
    }

    /** After whom the list goes on: the name and the id of the one shown last. */
    record Mark(String name, UUID id) {

        static @Nullable Mark parse(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                int cut = plain.indexOf(' ');
                return new Mark(plain.substring(cut + 1), UUID.fromString(plain.substring(0, Math.max(0, cut))));
            } catch (IllegalArgumentException e) {
                throw Paging.malformed();
            }
        }

        static String of(Member last) {
            var plain = last.id() + " " + last.sortName();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }
    }
}

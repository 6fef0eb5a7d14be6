package fi.seloste.newsletters;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.consents.ConsentPurposes;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Wording;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.DeclaredPurpose;
import fi.seloste.notice.Notice;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The door to newsletters: what there is, how people are asked to it, and whether it takes anybody new. */
@Component
public class Newsletters {

    private final Topics topics;
    private final Consents consents;
    private final ConsentPurposes declared;
    private final Notice notice;
    private final Evidence evidence;
    private final Clock clock;

    Newsletters(
            Topics topics, Consents consents, ConsentPurposes declared, Notice notice, Evidence evidence, Clock clock) {
        this.topics = topics;
        this.consents = consents;
        this.declared = declared;
        this.notice = notice;
        this.evidence = evidence;
        this.clock = clock;
    }

    @As(Purpose.MARKETING)
    public List<Topic> all() {
        return topics.all();
    }

    @As(Purpose.MARKETING)
    public Paged<Topic> list(Paging asked) {
        return Paged.of(topics.after(asked.afterId(), asked.limit() + 1), asked, Topic::id);
    }

    @As(Purpose.MARKETING)
    public Topic get(UUID id) {
        return topics.find(id).orElseThrow(() -> Problem.notFound("topic"));
    }

    /** Those that take somebody new, for anybody. */
    @As(Purpose.SUBJECT)
    public List<Topic> open() {
        return topics.all().stream().filter(one -> one.plan().open()).toList();
    }

    /** One that is shown to anybody: closed ones too, while there is an archive to read. */
    @As(Purpose.SUBJECT)
    public Topic shown(String slug) {
        return topics.find(slug)
                .filter(one -> one.plan().open() || one.plan().archived())
                .orElseThrow(() -> Problem.notFound("topic"));
    }

    /** In the caller's purpose. */
    Optional<Topic> find(String slug) {
        return topics.find(slug);
    }

    /** The purposes that a newsletter may serve: those of marketing that rest on consent. */
    public List<DeclaredPurpose> purposes() {
        return declared.list().stream()
                .filter(one -> one.uses(Purpose.MARKETING))
                .toList();
    }

    @As(Purpose.MARKETING)
    public UUID add(String address, Topic.Plan plan, Map<String, Topic.Words> words, Actor actor) {
        var slug = Topic.slug(address);
        mustBeDeclared(plan);
        var id = Ids.next();
        var kept = Topic.complete(words);
        if (!topics.add(id, slug, plan, kept, actor, clock.instant())) {
            throw Problem.invalid("slug", "newsletters.slug.taken", slug);
        }
        keepWordings(get(id), actor);
        evidence.record(actor, Act.of("newsletter-made").about("newsletter", id));
        return id;
    }

    /** Changed words are another version of what people are asked by; who agreed before agreed to the words of then. */
    @As(Purpose.MARKETING)
    public void change(UUID id, int seen, Topic.Plan plan, Map<String, Topic.Words> words, Actor actor) {
        var before = get(id);
        // Consents name the purpose: under another one nobody has agreed to anything.
        if (!before.plan().purpose().equals(plan.purpose())) {
            throw Problem.invalid("purpose", "newsletters.purpose.fixed");
        }
        if (!topics.set(id, seen, plan, Topic.complete(words), clock.instant())) {
            throw Problem.stale("newsletters.stale");
        }
        keepWordings(get(id), actor);
        evidence.record(actor, Act.of("newsletter-changed").about("newsletter", id));
    }

    private void mustBeDeclared(Topic.Plan plan) {
        if (purposes().stream().noneMatch(one -> one.id().equals(plan.purpose()))) {
            throw Problem.invalid("purpose", "newsletters.purpose.unknown", Shortened.of(plan.purpose()));
        }
    }

    private void keepWordings(Topic topic, Actor actor) {
        if (purposes().stream().anyMatch(one -> one.id().equals(topic.plan().purpose()))) {
            topic.languages().forEach(language -> wording(topic, language, actor));
        }
    }

    /** The words that somebody who speaks this is asked by, in the running purpose: kept once, and named by what is agreed to. */
    Wording wording(Topic topic, String spoken, Actor actor) {
        var text = new Wording.Text(topic.wording(spoken, controller()), topic.languageFor(spoken));
        return consents.write(topic.aim(), text, actor);
    }

    String controller() {
        return notice.inForce().controller().identity().name();
    }
}

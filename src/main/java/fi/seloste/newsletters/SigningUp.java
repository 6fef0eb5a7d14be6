package fi.seloste.newsletters;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.base.Signs;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.store.Boarding;
import fi.seloste.store.Ferry;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door for whoever asks for a newsletter: at the public page, for somebody by a program, or by staff. Nobody is looked up here, so neither the answer
 * nor its time tells who is in the register; a job writes the letter.
 */
@Component
public class SigningUp {

    private final SignUps signUps;
    private final Newsletters newsletters;
    private final Settings settings;
    private final Purposes purposes;
    private final Jobs jobs;
    private final Ferry<Supplier<Boarding<UUID>>, Boarding<UUID>> asking;

    SigningUp(SignUps signUps, Newsletters newsletters, Settings settings, Purposes purposes, Jobs jobs) {
        this.signUps = signUps;
        this.newsletters = newsletters;
        this.settings = settings;
        this.purposes = purposes;
        this.jobs = jobs;
        this.asking = Ferry.ofPieces(purposes, Purpose.SUBJECT);
    }

    /** At the public page, for one or more that are open. */
    public void ask(List<String> slugs, SignUp.Who who) {
        ask(slugs, who, () -> {});
    }

    /** The stamp of the page is used up in the same transaction; who ask at the same moment share one. */
    void ask(List<String> slugs, SignUp.Who who, Runnable stamp) {
        if (slugs.isEmpty()) {
            throw Problem.invalid("topic", "newsletters.ask.none");
        }
        // Before the crossing: what is asked for wrongly uses no stamp up, and takes nobody else's asking back.
        var topics = purposes.as(
                Purpose.SUBJECT, () -> slugs.stream().distinct().map(this::open).toList());
        var ip = "true".equals(settings.text(Setting.SIGN_UP_IP)) ? who.ip() : null;
        var kept = new SignUp.Who(who.email(), who.name(), who.language(), ip);
        asking.take(Boarding.of(stamp, () -> later(topics, kept, "form", Actor.system("newsletters"))))
                .became();
    }

    /** For somebody, by staff or a program, in the marketing purpose: the letter asks whoever reads the address. */
    void askFor(Topic topic, SignUp.Who who, Actor actor) {
        purposes.as(Purpose.MARKETING, () -> {
            mustBeOpen(topic);
            later(List.of(topic), who, actor.kind() == Actor.Kind.STAFF ? "staff" : "api", actor);
        });
    }

    private UUID later(List<Topic> topics, SignUp.Who who, String channel, Actor actor) {
        List<UUID> wordings = topics.stream()
                .map(one -> newsletters.wording(one, who.language(), actor).id())
                .toList();
        var id = signUps.add(who, channel, wordings);
        jobs.later(ConfirmationLetters.JOB, id.toString());
        return id;
    }

    private Topic open(String slug) {
        var topic = Optional.of(slug)
                .filter(one -> !Signs.unkeepable(one))
                .flatMap(newsletters::find)
                .orElseThrow(() -> Problem.invalid("topic", "newsletters.ask.unknown"));
        mustBeOpen(topic);
        return topic;
    }

    private static void mustBeOpen(@Nullable Topic topic) {
        if (topic == null || !topic.plan().open()) {
            throw Problem.invalid("topic", "newsletters.ask.closed");
        }
    }
}

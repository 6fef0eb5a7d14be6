package fi.seloste.newsletters;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Worded;
import fi.seloste.consents.Aim;
import fi.seloste.consents.TopicNames;
import fi.seloste.consents.Way;
import fi.seloste.marketing.TopicSource;
import fi.seloste.store.Purposes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Tells the modules below what newsletters there are, what they are called, and how one is left. */
@Component
class TopicBook implements TopicNames, TopicSource {

    private final Topics topics;
    private final Subscriptions subscriptions;
    private final Purposes purposes;

    TopicBook(Topics topics, Subscriptions subscriptions, Purposes purposes) {
        this.topics = topics;
        this.subscriptions = subscriptions;
        this.purposes = purposes;
    }

    @Override
    public Optional<Worded> name(Aim aim) {
        return here(() -> topics.find(aim.topic()))
                .filter(one -> one.plan().purpose().equals(aim.purpose()))
                .map(one -> one.named());
    }

    @Override
    public List<Topic> topics() {
        return here(topics::all).stream()
                .map(one -> new Topic(one.slug(), one.plan().purpose(), one.named()))
                .toList();
    }

    /** What newsletters are called is no secret of any purpose; a page that is being drawn runs in none. */
    private <T> T here(Supplier<T> work) {
        return purposes.isRunning() ? work.get() : purposes.as(fi.seloste.store.Purpose.MARKETING, work);
    }

    @Override
    public boolean leave(PersonId person, String code) {
        return purposes.asSubject(
                person,
                () -> topics.find(code)
                        .map(one -> subscriptions.end(person, one, Way.LINK, Actor.subject(person)))
                        .orElse(false));
    }
}

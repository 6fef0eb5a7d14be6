package fi.seloste.demo;

import fi.seloste.marketing.Marketing;
import fi.seloste.senders.Pool;
import fi.seloste.senders.Pools;
import fi.seloste.senders.Return;
import fi.seloste.senders.Sender;
import fi.seloste.senders.Senders;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How the made-up company's letters leave, and what comes back of them. */
@Component
@Profile("demo")
class Postroom {

    private final Marketing marketing;
    private final Senders senders;
    private final Pools pools;
    private final ApplicationEventPublisher events;

    Postroom(Marketing marketing, Senders senders, Pools pools, ApplicationEventPublisher events) {
        this.marketing = marketing;
        this.senders = senders;
        this.pools = pools;
        this.events = events;
    }

    /** Halytin's own domain for letters, by two servers of a provider. */
    UUID sender(Stage stage) {
        var aino = stage.crew.aino().actor();
        var pool = pools.make(new Pool.Wish("Letters", 4, 600, 60), aino);
        for (var host : List.of("smtp-1.postitalo.example", "smtp-2.postitalo.example")) {
            pools.addServer(pool, new Pool.Access(host, 587, "halytin"), "made-up", aino);
        }
        var wish = new Sender.Wish(
                new Sender.Face("Halytin", "news@letters.halytin.example", "jenny.sandberg@halytin.example"),
                new Sender.Domain(
                        "letters.halytin.example",
                        "seloste",
                        "back@letters.halytin.example",
                        "include:spf.postitalo.example"),
                pool);
        return senders.make(wish, null, aino);
    }

    /** Two who work there no more, a mailbox that was full, and one who calls it spam. */
    void someComeBack(UUID campaign) {
        var messages = marketing.left(campaign, 40);
        var happened = List.of(
                Map.entry(Return.Kind.HARD, "5.1.1"),
                Map.entry(Return.Kind.HARD, "5.1.1"),
                Map.entry(Return.Kind.SOFT, "5.2.2"),
                Map.entry(Return.Kind.COMPLAINT, "abuse"));
        for (int i = 0; i < happened.size() && 8 + i * 5 < messages.size(); i++) {
            var what = happened.get(i);
            var message = messages.get(8 + i * 5);
            events.publishEvent(new Return.Came(new Return(message, what.getKey(), what.getValue())));
        }
    }
}

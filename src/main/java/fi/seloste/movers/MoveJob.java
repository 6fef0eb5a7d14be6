package fi.seloste.movers;

import fi.seloste.base.Actor;
import fi.seloste.base.EmailAddress;
import fi.seloste.base.LegalTime;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.consents.Agreement;
import fi.seloste.consents.Channel;
import fi.seloste.consents.Consent;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Proof;
import fi.seloste.consents.Way;
import fi.seloste.consents.Wording;
import fi.seloste.newsletters.Restraint;
import fi.seloste.newsletters.Subscriptions;
import fi.seloste.newsletters.Topic;
import fi.seloste.store.Job;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes subscriptions of what the lists of an export say, once its people are in. Some hundreds in each transaction: killed in between, it goes on with
 * those who are left. Nobody who is banned or restricted, or has ended this newsletter here, becomes a subscriber by it.
 */
@Component
class MoveJob implements Job {

    static final String NAME = "move-subscriptions";
    private static final int TOGETHER = 200;
    private static final Actor SYSTEM = Actor.system("movers");

    private final Moves moves;
    private final Subscriptions subscriptions;
    private final Consents consents;
    private final Purposes purposes;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId place;

    MoveJob(
            Moves moves,
            Subscriptions subscriptions,
            Consents consents,
            Purposes purposes,
            JdbcClient jdbc,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.moves = moves;
        this.subscriptions = subscriptions;
        this.consents = consents;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.clock = clock;
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String instance) {
        var move = purposes.as(Purpose.RIGHTS, () -> moves.find(UUID.fromString(instance)));
        if (move.isEmpty() || move.get().isUndone()) {
            return;
        }
        for (var list : move.get().lists()) {
            var topic = list.topic();
            while (topic != null && purposes.as(Purpose.RIGHTS, () -> some(move.get(), list.id(), topic))) {
                // as long as there are more
            }
        }
        purposes.as(Purpose.RIGHTS, () -> {
            moves.forget(move.get().id());
            moves.done(move.get().id());
        });
    }

    /** Under the lock of the move, so that what is taken back meanwhile does not go on beginning. */
    private boolean some(Move move, UUID list, UUID id) {
        if (moves.hold(move.id()).isUndone()) {
            return false;
        }
        var waiting = moves.waiting(list, TOGETHER);
        var topic = subscriptions.topic(id);
        int began = 0;
        int ended = 0;
        for (var one : waiting) {
            var person = whose(one.email());
            if (person.isPresent() && one.hasEnded()) {
                ended += subscriptions.end(person.get(), topic, Way.EMAIL, SYSTEM) ? 1 : 0;
            } else if (person.isPresent() && begin(move, topic, person.get(), one.email())) {
                began++;
            }
        }
        int asked = (int) waiting.stream().filter(one -> !one.hasEnded()).count();
        moves.counted(move.id(), began, ended, asked - began);
        moves.handled(waiting.stream().map(Moves.Waiting::memberId).toList());
        return !waiting.isEmpty();
    }

    private boolean begin(Move move, Topic topic, PersonId person, String email) {
        // Whatever was agreed to, ended or limited here before is the person's newer word.
        if (consents.of(person).stream().map(Consent::aim).anyMatch(topic.aim()::equals)
                || subscriptions.restraints(person).contains(Restraint.SERVICE_ONLY)) {
            return false;
        }
        try {
            var consent = subscriptions.start(person, topic, agreed(move, topic), at(email), SYSTEM);
            moves.gave(move, person, consent.id());
            return true;
        } catch (Problem.Conflict standing) {
            return false; // banned or restricted
        }
    }

    private Agreement agreed(Move move, Topic topic) {
        var said = move.said();
        var on = Objects.requireNonNull(said.on());
        var note = said.where() + " · " + move.tool().shown() + ", " + move.file() + " · " + said.by();
        var at = on.atTime(12, 0).atZone(place).toInstant();
        return new Agreement(
                topic.aim(),
                new Wording.Text(String.valueOf(said.words()), topic.languages().getFirst()),
                new Agreement.Manner(
                        Channel.FORM,
                        new Proof(Proof.Kind.NOTED, note),
                        said.at() != null && at.isAfter(said.at()) ? null : at),
                null);
    }

    private Optional<PersonId> whose(String written) {
        var email = at(written);
        if (email == null) {
            return Optional.empty();
        }
        var found = jdbc.sql("""
                        select distinct p.person_id
                          from register.contact_point c
                          join register.person p on p.person_id = c.person_id
                         where c.kind = 'email' and c.value = :email and (c.valid_until is null or c.valid_until >= :today)
                           and p.merged_into is null and (p.standing & 8) = 0""")
                .param("today", LegalTime.dayOf(clock.instant(), place))
                .param("email", email)
                .query(UUID.class)
                .list();
        return found.size() == 1 ? Optional.of(new PersonId(found.getFirst())) : Optional.empty();
    }

    private static @Nullable String at(String written) {
        try {
            return EmailAddress.parse(written).value().toLowerCase(Locale.ROOT);
        } catch (Problem.Invalid malformed) {
            return null;
        }
    }
}

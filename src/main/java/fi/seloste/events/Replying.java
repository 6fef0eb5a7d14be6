package fi.seloste.events;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The door of guests' calendar programs. What proves an answer is the address that stands in the guest's own invitation and nowhere else, as a link proves who
 * opens it; without it, or for another than the guest, an answer is a remark and changes nothing.
 */
@Component
class Replying {

    private final Registrations registrations;
    private final Passes passes;
    private final Purposes purposes;
    private final Jobs jobs;
    private final Clock clock;

    Replying(Registrations registrations, Passes passes, Purposes purposes, Jobs jobs, Clock clock) {
        this.registrations = registrations;
        this.passes = passes;
        this.purposes = purposes;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Whether nothing more is to be done with the message: an answer that proves nothing may be somebody's letter. */
    boolean takes(CalendarReply reply) {
        boolean proved = reply.addresses().stream()
                .flatMap(one -> passes.replying(one).stream())
                .anyMatch(reply.participation()::equals);
        return key(reply.attendee()).map(key -> take(reply, key, proved)).orElse(false);
    }

    private boolean take(CalendarReply reply, String key, boolean proved) {
        return purposes.as(Purpose.SUBJECT, () -> {
            var now = clock.instant();
            var followed = registrations.replied(Ids.next(), reply, new Registrations.Proof(key, proved), now);
            if (Set.of("cancelled", "registered", "waiting", "full", "confirmed")
                    .contains(followed)) {
                jobs.later(Telling.JOB, reply.participation().toString());
            }
            if (followed.equals("cancelled")) {
                registrations
                        .own(reply.participation())
                        .ifPresent(own -> registrations
                                .settle(own.event(), now)
                                .forEach(one -> jobs.later(Telling.JOB, one.toString())));
            }
            return proved && !followed.equals("unknown");
        });
    }

    private static Optional<String> key(String address) {
        try {
            return Optional.of(EmailAddress.parse(address).canonical().toLowerCase(Locale.ROOT));
        } catch (Problem.Invalid e) {
            return Optional.empty();
        }
    }
}

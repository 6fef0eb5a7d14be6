package fi.seloste.rights;

import fi.seloste.base.RequestId;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Recurring;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * What goes by itself: expired links, codes and packages, the last letter of an erased person once it was sent, and then the second scan,
 * after which the person's identifiers are destroyed.
 */
@Component
public class Sweep implements Recurring {

    private final Packages packages;
    private final RequestLinks links;
    private final Certificates certificates;
    private final Erasing erasing;
    private final Purposes purposes;
    private final Clock clock;

    Sweep(
            Packages packages,
            RequestLinks links,
            Certificates certificates,
            Erasing erasing,
            Purposes purposes,
            Clock clock) {
        this.packages = packages;
        this.links = links;
        this.certificates = certificates;
        this.erasing = erasing;
        this.purposes = purposes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rights-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        purposes.apart(Purpose.RIGHTS, () -> {
            links.sweep();
            return packages.sweep();
        });
        purposes.apart(Purpose.RIGHTS, certificates::sealed).forEach(this::second);
    }

    /** Not on the day itself: what other jobs still held then has had its time to go. */
    private void second(Certificates.Erased erased) {
        var request = new RequestId(erased.requestId());
        boolean ripe = erased.erasedAt().plus(Duration.ofHours(12)).isBefore(clock.instant());
        if (!purposes.apart(Purpose.RIGHTS, () -> certificates.forgetLetter(erased, clock.instant())) || !ripe) {
            return;
        }
        var hits = erasing.scan(purposes.apart(Purpose.RIGHTS, () -> erasing.sealed(request)));
        purposes.apart(Purpose.RIGHTS, () -> {
            certificates.second(request, hits.size(), clock.instant());
            if (hits.isEmpty()) {
                certificates.destroyIdentifiers(request);
            }
            return true;
        });
    }
}

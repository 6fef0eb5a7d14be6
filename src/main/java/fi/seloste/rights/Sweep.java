package fi.seloste.rights;

import fi.seloste.base.RequestId;
import fi.seloste.datamap.Scan;
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
    private final Requests requests;
    private final Happenings happenings;
    private final Erasing erasing;
    private final Purposes purposes;
    private final Clock clock;

    Sweep(
            Packages packages,
            RequestLinks links,
            Certificates certificates,
            Requests requests,
            Happenings happenings,
            Erasing erasing,
            Purposes purposes,
            Clock clock) {
        this.packages = packages;
        this.links = links;
        this.certificates = certificates;
        this.requests = requests;
        this.happenings = happenings;
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
        var found = erasing.scanWhole(purposes.apart(Purpose.RIGHTS, () -> erasing.sealed(request)));
        purposes.apart(Purpose.RIGHTS, () -> {
            certificates.second(request, found.hits().size(), clock.instant());
            if (found.hits().isEmpty()) {
                certificates.destroyIdentifiers(request);
            } else {
                reopen(request, found);
            }
            return true;
        });
    }

    /** Whoever answers must see it and mend it: a request with a find is not over. */
    private void reopen(RequestId id, Scan.Found found) {
        erasing.certify(requests.get(id), found);
        requests.reopen(id);
        happenings.again(id, Step.CLOSE);
    }
}

package fi.seloste.rights;

import fi.seloste.base.RequestId;
import fi.seloste.consents.Consent;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Way;
import fi.seloste.store.Job;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Consents that are withdrawn by another way than a request: a restore must not bring them back. The row of a job commits with the
 * withdrawal, and the line, which names the consent, is written right after it.
 */
@Component
class WithdrawalJournal implements Job, Replay {

    static final String WITHDRAWN = "consent-withdrawn";

    /** A request and a ban have lines of their own, and doing those again withdraws again. */
    private static final Set<Way> TOLD_OTHERWISE = Set.of(Way.REQUEST, Way.BAN);

    private final JournalBook book;
    private final Consents consents;
    private final Jobs jobs;
    private final Purposes purposes;

    WithdrawalJournal(JournalBook book, Consents consents, Jobs jobs, Purposes purposes) {
        this.book = book;
        this.consents = consents;
        this.jobs = jobs;
        this.purposes = purposes;
    }

    @EventListener
    void withdrawn(Consent.Withdrawn event) {
        if (!TOLD_OTHERWISE.contains(event.how())) {
            event.consents().forEach(one -> jobs.later(name(), one.toString()));
        }
    }

    @Override
    public String name() {
        return "journal-withdrawal";
    }

    /** Once: the line of a consent is found by its id. */
    @Override
    public void run(String instance) {
        var known = purposes.apart(Purpose.RIGHTS, () -> consents.find(UUID.fromString(instance)));
        if (known.isEmpty()) {
            return;
        }
        var consent = known.get();
        var line = book.write(new Journal.Entry(new RequestId(consent.id()), WITHDRAWN, consent.person(), List.of()));
        purposes.apart(Purpose.RIGHTS, () -> {
            book.know(line);
            return true;
        });
    }

    @Override
    public boolean isOurs(Journal.Line line) {
        return line.act().equals(WITHDRAWN);
    }

    @Override
    public void repeat(Journal.Line line) {
        consents.withdrawAgain(line.request().value(), Acts.SYSTEM);
        book.know(line);
    }
}

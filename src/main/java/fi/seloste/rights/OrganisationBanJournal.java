package fi.seloste.rights;

import fi.seloste.base.RequestId;
import fi.seloste.register.DomainBan;
import fi.seloste.register.OrganisationBan;
import fi.seloste.store.Job;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Bans that organisations asked for hold after a restore too. The row of a job commits with the ban, and the line is written right after it. */
@Component
class OrganisationBanJournal implements Job, Replay {

    static final String BANNED = "organisation-ban";
    static final String LIFTED = "organisation-ban-lifted";

    private final JournalBook book;
    private final DomainBan bans;
    private final Jobs jobs;
    private final Purposes purposes;

    OrganisationBanJournal(JournalBook book, DomainBan bans, Jobs jobs, Purposes purposes) {
        this.book = book;
        this.bans = bans;
        this.jobs = jobs;
        this.purposes = purposes;
    }

    @EventListener
    void made(OrganisationBan.Made event) {
        jobs.later(name(), event.ban().toString());
    }

    @EventListener
    void lifted(OrganisationBan.Lifted event) {
        jobs.later(name(), event.ban().toString());
    }

    @Override
    public String name() {
        return "journal-organisation-ban";
    }

    /** Writes how it stands now; the ban's own id stands for the request, so that a line written twice is one. */
    @Override
    public void run(String instance) {
        var id = UUID.fromString(instance);
        var ban = purposes.apart(Purpose.RIGHTS, () -> bans.find(id));
        ban.ifPresent(one -> book.note(new Journal.Entry(
                new RequestId(id), one.isInForce() ? BANNED : LIFTED, null, List.of(), one.domain())));
    }

    @Override
    public boolean isOurs(Journal.Line line) {
        return line.act().equals(BANNED) || line.act().equals(LIFTED);
    }

    @Override
    public void repeat(Journal.Line line) {
        var domain = line.domain();
        if (domain != null) {
            if (line.act().equals(BANNED)) {
                bans.banAgain(line.request().value(), domain, Acts.SYSTEM);
            } else {
                bans.liftAgain(line.request().value(), domain, Acts.SYSTEM);
            }
        }
        book.know(line);
    }
}

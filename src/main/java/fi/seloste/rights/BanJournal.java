package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.base.RequestId;
import fi.seloste.register.Ban;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.Person;
import fi.seloste.store.Job;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.suppression.Suppression;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Bans that come by another way than a request, from a colleague, a program or a click in a letter: they hold after a restore too. The row of
 * a job commits with the ban, and the line is written right after it.
 */
@Component
class BanJournal implements Job, Replay {

    static final String BANNED = "ban";
    static final String LIFTED = "ban-lifted";
    private static final Set<String> BANS = Set.of(BANNED, Right.MARKETING_BAN.code(), Right.OBJECTION.code());

    private final Journal journal;
    private final JournalBook book;
    private final Subjects people;
    private final MarketingBan bans;
    private final Suppression suppression;
    private final Jobs jobs;
    private final Purposes purposes;

    BanJournal(
            Journal journal,
            JournalBook book,
            Subjects people,
            MarketingBan bans,
            Suppression suppression,
            Jobs jobs,
            Purposes purposes) {
        this.journal = journal;
        this.book = book;
        this.people = people;
        this.bans = bans;
        this.suppression = suppression;
        this.jobs = jobs;
        this.purposes = purposes;
    }

    @EventListener
    void banned(Person.Banned event) {
        jobs.later(name(), event.person().toString());
    }

    @EventListener
    void lifted(Person.BanLifted event) {
        jobs.later(name(), event.person().toString());
    }

    @Override
    public String name() {
        return "journal-ban";
    }

    /** Writes how it stands now, unless that is what the journal says last. */
    @Override
    public void run(String instance) {
        var person = PersonId.valueOf(instance);
        var known = purposes.apart(Purpose.RIGHTS, () -> people.find(person));
        if (known.isEmpty() || known.get().isErased()) {
            return;
        }
        boolean banned = known.get().isBanned();
        var last = last(person);
        if (banned == last.map(line -> !line.act().equals(LIFTED)).orElse(false)) {
            last.ifPresent(this::know); // where we were killed between the line and its row
        } else {
            var prints = purposes.apart(
                    Purpose.RIGHTS, () -> banned ? people.prints(person) : people.printsOfAllKeys(person));
            book.note(new Journal.Entry(RequestId.next(), banned ? BANNED : LIFTED, person, prints));
        }
    }

    private void know(Journal.Line line) {
        purposes.apart(Purpose.RIGHTS, () -> {
            book.know(line);
            return true;
        });
    }

    @Override
    public boolean isOurs(Journal.Line line) {
        return line.act().equals(BANNED) || line.act().equals(LIFTED);
    }

    @Override
    public void repeat(Journal.Line line) {
        var prints = line.prints().stream().map(Subjects::fingerprint).toList();
        var person = line.person();
        boolean here = person != null && people.find(person).isPresent();
        if (line.act().equals(BANNED)) {
            suppression.ban(prints, new Suppression.Reason("journal", null));
            if (person != null && here) {
                bans.ban(person, Ban.because("journal"), Acts.SYSTEM);
            }
        } else {
            suppression.lift(prints, "journal");
            if (person != null && here) {
                bans.liftAgain(person, Acts.SYSTEM);
            }
        }
        book.know(line);
    }

    /** What the journal says last of whether the person is banned. */
    private Optional<Journal.Line> last(PersonId person) {
        return journal.newest(person, line -> isOurs(line) || BANS.contains(line.act()));
    }
}

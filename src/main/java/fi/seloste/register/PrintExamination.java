package fi.seloste.register;

import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Compares every fingerprint with its contact point, and every ban with its mark, and changes nothing. */
@Component
public class PrintExamination {

    private final Prints prints;
    private final Purposes purposes;

    PrintExamination(Prints prints, Purposes purposes) {
        this.prints = prints;
        this.purposes = purposes;
    }

    /** What was looked at and what was not as it has to be; numbers only. */
    public record Outcome(long points, long wrong, long old, long unmarked, long recollected) {

        public boolean isGood() {
            return wrong + old + unmarked + recollected == 0;
        }

        public List<String> findings() {
            var findings = new ArrayList<String>();
            add(
                    findings,
                    wrong,
                    "fingerprints are not those of their contact points, so bans and erasures pass them by. The"
                            + " nightly comparison makes them anew; ask what wrote them.");
            add(findings, old, "fingerprints are under an older key. A start of Seloste renews them.");
            add(
                    findings,
                    unmarked,
                    "people have a banned address and are not marked as banned. The nightly comparison marks"
                            + " them; ask what wrote them.");
            add(
                    findings,
                    recollected,
                    "contact points of erased people were collected again from a source that is not their"
                            + " own. Erase them again, and ask what wrote them.");
            return findings;
        }

        private static void add(List<String> findings, long count, String what) {
            if (count > 0) {
                findings.add(count + " " + what);
            }
        }
    }

    public Outcome examine() {
        long points = 0;
        long wrong = 0;
        long old = 0;
        var after = Prints.FIRST;
        while (true) {
            var mark = after;
            var page = purposes.apart(Purpose.OWNER, () -> prints.page(mark));
            if (page.isEmpty()) {
                var gaps = purposes.apart(Purpose.OWNER, prints::gaps);
                return new Outcome(points, wrong, old, gaps.unmarked(), gaps.recollected());
            }
            points += page.size();
            wrong += page.stream().filter(Prints.Compared::isWrong).count();
            old += page.stream().filter(Prints.Compared::isOld).count();
            after = page.getLast().kept().id();
        }
    }
}

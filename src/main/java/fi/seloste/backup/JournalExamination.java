package fi.seloste.backup;

import fi.seloste.rights.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whether the journal of rights goes on, without a gap, from where a backup knew it. */
record JournalExamination(Journal journal) {

    List<String> since(Manifest.@Nullable Journalled known) {
        if (!journal.isPresent()) {
            return List.of("There is no journal of rights here, so nobody knows who was erased, banned or restricted"
                    + " since the backup.");
        }
        var findings = new ArrayList<>(journal.findings());
        if (known == null) {
            return findings;
        }
        var there = new AtomicReference<Journal.@Nullable Line>();
        journal.each(line -> {
            if (line.seq() == known.seq()) {
                there.compareAndSet(null, line);
            }
        });
        var line = there.get();
        if (line == null) {
            long last = journal.last().map(Journal.Line::seq).orElse(0L);
            findings.add("The journal of rights ends at line " + last + ", and the backup knows line " + known.seq()
                    + ": the lines after " + last + " are missing.");
        } else if (!line.hash().equals(known.hash())) {
            findings.add("Line " + known.seq() + " of the journal of rights is not the one that the backup knows: it is"
                    + " the journal of another installation, or it was exchanged.");
        }
        return findings;
    }
}

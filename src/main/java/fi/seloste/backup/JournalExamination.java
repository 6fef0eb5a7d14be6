package fi.seloste.backup;

import fi.seloste.rights.Journal;
import java.util.ArrayList;
import java.util.List;
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
        var line = journal.lines().stream().filter(l -> l.seq() == known.seq()).findFirst();
        if (line.isEmpty()) {
            long last =
                    journal.lines().isEmpty() ? 0 : journal.lines().getLast().seq();
            findings.add("The journal of rights ends at line " + last + ", and the backup knows line " + known.seq()
                    + ": the lines after " + last + " are missing.");
        } else if (!line.get().hash().equals(known.hash())) {
            findings.add("Line " + known.seq() + " of the journal of rights is not the one that the backup knows: it is"
                    + " the journal of another installation, or it was exchanged.");
        }
        return findings;
    }
}

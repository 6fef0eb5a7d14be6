package fi.seloste.backup;

import fi.seloste.base.Actor;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.installation.DataFolder;
import fi.seloste.rights.Reconciliation;
import fi.seloste.store.KeptSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The first start on a restored database: after the journal was repeated, and before anybody is let in, the restore becomes evidence. */
@Component
public class Restored implements SmartLifecycle {

    static final String NOTE = "restored";
    static final String ACT = "backup-restored";

    private final KeptSettings settings;
    private final Evidence evidence;
    private final Reconciliation reconciliation;
    private final Purposes purposes;
    private final DataFolder folder;
    private volatile boolean running;

    Restored(
            KeptSettings settings,
            Evidence evidence,
            Reconciliation reconciliation,
            Purposes purposes,
            DataFolder folder) {
        this.settings = settings;
        this.evidence = evidence;
        this.reconciliation = reconciliation;
        this.purposes = purposes;
        this.folder = folder;
    }

    /** How many acts of the journal were repeated at this start. */
    public int repeated() {
        return reconciliation.repeated();
    }

    void record() {
        purposes.as(
                Purpose.TECHNICAL,
                () -> note().ifPresent(note -> {
                    var detail = new LinkedHashMap<String, Object>();
                    detail.put("backupOf", note.madeAt().toString());
                    detail.put("product", note.product());
                    detail.put("journalAtBackup", note.journal());
                    detail.put("repeated", repeated());
                    if (note.reason() != null) {
                        detail.put("withoutJournal", note.reason());
                    }
                    evidence.record(Actor.system("restore"), Act.of(ACT).with(detail));
                    settings.remove(NOTE);
                }));
    }

    private Optional<Note> note() {
        return settings.find(NOTE).map(Note::of);
    }

    @Override
    public void start() {
        if (!folder.isVisited()) {
            record();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the reconciliation, and before the web server. */
    @Override
    public int getPhase() {
        return 1;
    }
}

package fi.seloste.imports;

import fi.seloste.store.Job;
import org.springframework.stereotype.Component;

/** Takes back what a large import brought. */
@Component
class UndoJob implements Job {

    static final String NAME = "imports.undo";

    private final Undoing undoing;

    UndoJob(Undoing undoing) {
        this.undoing = undoing;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String instance) {
        undoing.undo(ImportId.valueOf(instance));
    }
}

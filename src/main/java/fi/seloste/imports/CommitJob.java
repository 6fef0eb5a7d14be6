package fi.seloste.imports;

import fi.seloste.store.Job;
import org.springframework.stereotype.Component;

/** Brings what was looked at into the register. */
@Component
class CommitJob implements Job {

    static final String NAME = "imports.commit";

    private final Working working;

    CommitJob(Working working) {
        this.working = working;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String instance) {
        working.commit(ImportId.valueOf(instance));
    }
}

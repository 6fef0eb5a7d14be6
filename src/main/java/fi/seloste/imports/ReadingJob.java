package fi.seloste.imports;

import fi.seloste.store.Job;
import org.springframework.stereotype.Component;

/** Reads a file that came in and prepares its preview. */
@Component
class ReadingJob implements Job {

    static final String NAME = "imports.reading";

    private final Working working;

    ReadingJob(Working working) {
        this.working = working;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String instance) {
        working.read(ImportId.valueOf(instance));
    }
}

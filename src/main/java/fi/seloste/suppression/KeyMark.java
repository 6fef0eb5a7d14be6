package fi.seloste.suppression;

import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Keys;
import fi.seloste.installation.Settings;
import fi.seloste.installation.Trouble;
import fi.seloste.store.KeptSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The database keeps the mark of the key that its fingerprints were made with. Under another key every ban and every erasure would be
 * forgotten without a word, so Seloste does not start.
 */
@Component
public class KeyMark implements SmartLifecycle {

    private static final String NAME = "key-mark";

    private final KeptSettings kept;
    private final Keys keys;
    private final Settings settings;
    private final DataFolder folder;
    private final Purposes purposes;
    private volatile boolean running;

    KeyMark(KeptSettings kept, Keys keys, Settings settings, DataFolder folder, Purposes purposes) {
        this.kept = kept;
        this.keys = keys;
        this.settings = settings;
        this.folder = folder;
        this.purposes = purposes;
    }

    /** What is wrong, as a sentence with its remedy. */
    public Optional<String> finding() {
        var mark = purposes.as(Purpose.TECHNICAL, () -> kept.find(NAME));
        return mark.filter(m -> !m.equals(keys.fingerprint(Keys.SUPPRESSION))).map(m -> wrong());
    }

    private String wrong() {
        return "The keys in " + settings.keys() + " are not those that this database was written with, so nobody could"
                + " tell who must not be marketed to or collected again. Put the installation's own key files there, from"
                + " a copy or from the escrow sheet, and delete " + folder.keyRegister() + ", which knows the others.";
    }

    @Override
    public void start() {
        finding().ifPresent(sentence -> {
            throw new Trouble(sentence);
        });
        if (!folder.isVisited()) {
            purposes.as(Purpose.TECHNICAL, () -> {
                if (kept.find(NAME).isEmpty()) {
                    kept.put(NAME, keys.fingerprint(Keys.SUPPRESSION), null);
                }
            });
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

    /** Before the journal is repeated, which makes fingerprints. */
    @Override
    public int getPhase() {
        return -1;
    }
}

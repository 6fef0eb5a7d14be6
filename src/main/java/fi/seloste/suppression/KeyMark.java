package fi.seloste.suppression;

import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Keys;
import fi.seloste.installation.Settings;
import fi.seloste.installation.Trouble;
import fi.seloste.store.KeptSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The database keeps the mark of the key that its fingerprints were made with. Under another key every ban and every erasure would be
 * forgotten without a word, so Seloste does not start.
 */
@Component
public class KeyMark implements SmartLifecycle {

    private static final String NAME = "key-mark";

    private final SuppressionEntries entries;
    private final KeptSettings kept;
    private final Keys keys;
    private final Settings settings;
    private final DataFolder folder;
    private final Purposes purposes;
    private volatile boolean running;

    KeyMark(
            SuppressionEntries entries,
            KeptSettings kept,
            Keys keys,
            Settings settings,
            DataFolder folder,
            Purposes purposes) {
        this.entries = entries;
        this.kept = kept;
        this.keys = keys;
        this.settings = settings;
        this.folder = folder;
        this.purposes = purposes;
    }

    /** What is wrong, as a sentence with its remedy. */
    public Optional<String> finding() {
        var here = keys.versions(Keys.SUPPRESSION);
        for (var mark : marks().entrySet()) {
            if (!here.contains(mark.getKey())) {
                return Optional.of(missing(mark.getKey()));
            }
            if (!mark.getValue().equals(keys.fingerprint(Keys.SUPPRESSION, mark.getKey()))) {
                return Optional.of(wrong());
            }
        }
        return purposes.as(Purpose.OWNER, entries::versions).stream()
                .filter(version -> !here.contains(version))
                .findFirst()
                .map(this::missing);
    }

    /** The mark of each version that this database was written with. */
    private Map<Integer, String> marks() {
        return purposes.as(Purpose.TECHNICAL, () -> {
            Map<Integer, String> marks = new TreeMap<>();
            for (int version = 1; ; version++) {
                var mark = kept.find(name(version));
                if (mark.isEmpty()) {
                    return marks;
                }
                marks.put(version, mark.get());
            }
        });
    }

    private static String name(int version) {
        return version == 1 ? NAME : NAME + "." + version;
    }

    private String missing(int version) {
        long bans = purposes.as(Purpose.OWNER, () -> entries.count(version, "marketing-ban"));
        long erased = purposes.as(Purpose.OWNER, () -> entries.count(version, "recollection"));
        return "Version " + version + " of the key 'suppression' is not in " + settings.keys()
                + ", and this database was written with it: " + bans + " bans and " + erased
                + " identifiers of people who"
                + " were erased are known by it alone, and nobody would recognise them. Put suppression." + version
                + ".key back, from a copy or from the escrow sheet with 'seloste keys restore --sheet FILE', and start"
                + " again.";
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
                for (int version : keys.versions(Keys.SUPPRESSION)) {
                    if (kept.find(name(version)).isEmpty()) {
                        kept.put(name(version), keys.fingerprint(Keys.SUPPRESSION, version), null);
                    }
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

    /** Before fingerprints are renewed, and before the journal is repeated, which makes some. */
    @Override
    public int getPhase() {
        return -2;
    }
}

package fi.seloste.installation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The care of the keys: what there is, a new version, the sheet for the safe, and whether somebody has tried that sheet. A sheet nobody has
 * tried is a hope; what was tried is noted by marks that give no key away.
 */
public final class KeyCustody {

    private final Path folder;
    private final Path register;
    private final Path tried;
    private final boolean demo;

    private KeyCustody(Path folder, Path data) {
        this.folder = folder;
        this.register = data.resolve("keys.register");
        this.tried = data.resolve("keys.escrow");
        this.demo = DataFolder.isDemo(data);
    }

    public static KeyCustody of(Settings settings) {
        return new KeyCustody(settings.keys(), settings.data());
    }

    /** A version of a key, by its mark. */
    public record Key(String name, int version, String mark, boolean tried) {}

    public List<Key> list() {
        var marks = tried();
        List<Key> keys = new ArrayList<>();
        ring().read()
                .forEach((name, versions) -> versions.forEach((version, key) ->
                        keys.add(new Key(name, version, key.fingerprint(), marks.contains(key.fingerprint())))));
        return keys;
    }

    /** Whether a sheet with every key was typed in again and found right; keys of made-up data need none. */
    public boolean isEscrowConfirmed() {
        return demo || !Files.isDirectory(folder) || list().stream().allMatch(Key::tried);
    }

    /** The number of the version that was made. */
    public int rotate(String name) {
        return ring().rotate(name);
    }

    public String sheet() {
        return EscrowSheet.text(ring().present());
    }

    /** Each key that there must be, or the sentence about the one that is not. */
    public void check() {
        ring().present();
    }

    /** Compares what was typed off the sheet with the keys that are here; where all of them stand on it and fit, that is noted. */
    public List<Finding> check(String typed) {
        List<Finding> findings = new ArrayList<>();
        Set<String> good = new TreeSet<>();
        var keys = ring().present();
        var sheet = EscrowSheet.read(typed);
        for (var one : sheet) {
            var versions = keys.get(one.name());
            var here = versions == null ? null : versions.get(one.version());
            if (here == null) {
                findings.add(Finding.note(one.file() + " stands on the sheet, and this installation has no such key."));
            } else if (here.fingerprint().equals(one.key().fingerprint())) {
                good.add(here.fingerprint());
                findings.add(Finding.fine(one.file() + " is right."));
            } else {
                findings.add(Finding.wrong(one.file() + " on the sheet is another key than the one in " + folder
                        + ": it is the sheet of another installation, or an old one. Print a new one with 'seloste keys"
                        + " sheet'."));
            }
        }
        keys.forEach((name, versions) -> versions.forEach((version, key) -> {
            if (sheet.stream().noneMatch(s -> s.name().equals(name) && s.version() == version)) {
                findings.add(Finding.wrong(name + "." + version + ".key is missing from the sheet. Print a new one with"
                        + " 'seloste keys sheet'."));
            }
        }));
        good.addAll(tried());
        PrivateFile.write(tried, String.join("\n", good) + "\n");
        return findings;
    }

    /** Writes the key files that are missing, from the sheet; one that is there and differs is never overwritten. */
    public List<String> restore(String typed) {
        var sheet = EscrowSheet.read(typed);
        PrivateFile.folder(folder);
        var here = ring().read();
        for (var one : sheet) {
            var versions = here.get(one.name());
            var known = versions == null ? null : versions.get(one.version());
            if (known != null && !known.fingerprint().equals(one.key().fingerprint())) {
                throw new Trouble(
                        "The key file " + folder.resolve(one.file()) + " is there and holds another key than the"
                                + " sheet. Nothing was written. Lay it aside first, if the sheet is the right one.");
            }
        }
        List<String> written = new ArrayList<>();
        for (var one : sheet) {
            Path file = folder.resolve(one.file());
            if (!Files.exists(file)) {
                PrivateFile.write(file, one.key().writing() + "\n");
                written.add(file.toString());
            }
        }
        return written;
    }

    private Set<String> tried() {
        return Files.exists(tried) ? Set.copyOf(PrivateFile.read(tried).lines().toList()) : Set.of();
    }

    private KeyRing ring() {
        return new KeyRing(folder, register);
    }
}

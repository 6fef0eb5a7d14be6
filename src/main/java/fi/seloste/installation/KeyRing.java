package fi.seloste.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The key files of one folder, and the register of their fingerprints beside the data. The register lets us see that a
 * key is missing or was exchanged before anything is read or written with the wrong one.
 */
final class KeyRing {

    private static final Pattern FILE = Pattern.compile("([a-z]+)\\.(\\d+)\\.key");

    private final Path folder;
    private final Path register;

    KeyRing(Path folder, Path register) {
        this.folder = folder;
        this.register = register;
    }

    /** Looks for what {@link #open} would refuse, and makes nothing. */
    void check(boolean dataPresent) {
        missing(read(), dataPresent);
    }

    /** Every key that there must be, or the sentence about the one that is not. */
    Map<String, NavigableMap<Integer, MasterKey>> present() {
        var found = read();
        List<String> missing = missing(found, true);
        if (!missing.isEmpty()) {
            throw lost(missing.stream().map(n -> n + ".1").toList());
        }
        return found;
    }

    Map<String, NavigableMap<Integer, MasterKey>> open(boolean dataPresent) {
        var found = read();
        List<String> missing = missing(found, dataPresent);
        missing.forEach(name -> make(found, name));
        register(found);
        if (!missing.isEmpty()) {
            EscrowSheet.write(folder, found);
        }
        return found;
    }

    /** Names still to be made. A name that the register does not know is new in this release; a known one is lost. */
    private List<String> missing(Map<String, NavigableMap<Integer, MasterKey>> found, boolean dataPresent) {
        Map<String, String> known = registered();
        refuseExchanged(found, known);
        List<String> missing =
                Keys.NAMES.stream().filter(n -> !found.containsKey(n)).toList();
        if (dataPresent && known.isEmpty() && !missing.isEmpty()) {
            throw lost(missing.stream().map(n -> n + ".1").toList());
        }
        return missing;
    }

    private void make(Map<String, NavigableMap<Integer, MasterKey>> found, String name) {
        PrivateFile.folder(folder);
        MasterKey key = MasterKey.random();
        PrivateFile.write(folder.resolve(name + ".1.key"), key.writing() + "\n");
        found.put(name, new TreeMap<>(Map.of(1, key)));
    }

    Map<String, NavigableMap<Integer, MasterKey>> read() {
        Map<String, NavigableMap<Integer, MasterKey>> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Matcher name = FILE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.computeIfAbsent(name.group(1), _ -> new TreeMap<>())
                            .put(Integer.parseInt(name.group(2)), key(file));
                }
            }
        } catch (IOException e) {
            throw new Trouble("Cannot read the key folder " + folder + ": " + PrivateFile.reason(e) + ".", e);
        }
        return found;
    }

    private MasterKey key(Path file) {
        try {
            return MasterKey.written(PrivateFile.read(file));
        } catch (IllegalArgumentException e) {
            throw new Trouble(
                    "The key file " + file + " is damaged: " + e.getMessage()
                            + ". Copy the line from the escrow sheet again.",
                    e);
        }
    }

    private void refuseExchanged(Map<String, NavigableMap<Integer, MasterKey>> found, Map<String, String> known) {
        List<String> gone = new ArrayList<>();
        known.forEach((name, fingerprint) -> {
            MasterKey key = find(found, name);
            if (key == null) {
                gone.add(name);
            } else if (!key.fingerprint().equals(fingerprint)) {
                throw new Trouble("The key file " + folder.resolve(name + ".key")
                        + " belongs to another installation: what this one keeps was made with a different key."
                        + " Put this installation's own file back from its escrow sheet.");
            }
        });
        if (!gone.isEmpty()) {
            throw lost(gone);
        }
    }

    private static @Nullable MasterKey find(
            Map<String, NavigableMap<Integer, MasterKey>> found, String nameAndVersion) {
        int dot = nameAndVersion.lastIndexOf('.');
        var versions = found.get(nameAndVersion.substring(0, dot));
        return versions == null ? null : versions.get(Integer.valueOf(nameAndVersion.substring(dot + 1)));
    }

    private Trouble lost(List<String> names) {
        String files = String.join(", ", names.stream().map(n -> n + ".key").toList());
        return new Trouble("The data are here but their keys are not: " + files + " missing in " + folder
                + ". Without them " + String.join(", and ", meanings(names)) + ", so Seloste does not start. Put the"
                + " files back: from a copy of the key folder, or from the escrow sheet with 'seloste keys restore"
                + " --sheet FILE'; if the keys lie elsewhere, say where with SELOSTE_KEYS.");
    }

    private static List<String> meanings(List<String> names) {
        return names.stream()
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .distinct()
                .map(KeyRing::meaning)
                .distinct()
                .toList();
    }

    private static String meaning(String name) {
        return switch (name) {
            case Keys.SUPPRESSION -> "nobody can tell who must not be marketed to or collected again";
            case Keys.EVIDENCE -> "evidence and backups cannot be told from altered ones";
            default -> "the secrets kept encrypted cannot be read";
        };
    }

    /** A new version of one key, and the sheet with all of them. Older versions stay: what was made with them is recognised by nothing else. */
    int rotate(String name) {
        var found = present();
        var versions = found.computeIfAbsent(name, _ -> new TreeMap<>());
        int version = versions.lastKey() + 1;
        MasterKey key = MasterKey.random();
        PrivateFile.write(folder.resolve(name + "." + version + ".key"), key.writing() + "\n");
        versions.put(version, key);
        register(found);
        EscrowSheet.write(folder, found);
        return version;
    }

    private Map<String, String> registered() {
        Map<String, String> known = new TreeMap<>();
        if (Files.exists(register)) {
            PrivateFile.read(register).lines().map(l -> l.split(" ", 2)).forEach(l -> known.put(l[0], l[1]));
        }
        return known;
    }

    private void register(Map<String, NavigableMap<Integer, MasterKey>> found) {
        StringBuilder lines = new StringBuilder();
        found.forEach((name, versions) -> versions.forEach((version, key) -> lines.append(name)
                .append('.')
                .append(version)
                .append(' ')
                .append(key.fingerprint())
                .append('\n')));
        if (!Files.exists(register)
                || !PrivateFile.read(register).equals(lines.toString().strip())) {
            PrivateFile.write(register, lines.toString());
        }
    }
}

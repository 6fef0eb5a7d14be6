package fi.seloste.installation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The keys of this installation. They lie in files of their own, never in the database nor in a backup: whoever steals
 * the one must not hold the other. Each is named and has versions; the newest is used, older ones still open.
 */
public final class Keys {

    /** Fingerprints of people who are banned or erased. */
    public static final String SUPPRESSION = "suppression";
    /** Seals over the chain of evidence. */
    public static final String EVIDENCE = "evidence";
    /** Secrets among the settings that the console keeps. */
    public static final String SETTINGS = "settings";
    /** Passwords of the database's logins, and secrets in its rows. */
    public static final String DATABASE = "database";

    public static final List<String> NAMES = List.of(SUPPRESSION, EVIDENCE, SETTINGS, DATABASE);

    private final Map<String, NavigableMap<Integer, MasterKey>> keys;

    private Keys(Map<String, NavigableMap<Integer, MasterKey>> keys) {
        this.keys = keys;
    }

    /**
     * Opens the keys in the folder. Before there is any data the missing ones are made; afterwards a missing or
     * exchanged key stops the start.
     */
    public static Keys open(Path folder, Path register, boolean dataPresent) {
        return new Keys(new KeyRing(folder, register).open(dataPresent));
    }

    /** The keys of an installation that has data: nothing is made, and a missing or exchanged one is named. */
    public static Keys present(Path folder, Path register) {
        return new Keys(new KeyRing(folder, register).present());
    }

    /** As after a rotation: these, and a newer version of one. On the disk it is made by {@link KeyCustody#rotate}. */
    public Keys rotated(String name) {
        Map<String, NavigableMap<Integer, MasterKey>> made = new TreeMap<>();
        keys.forEach((one, versions) -> made.put(one, new TreeMap<>(versions)));
        made.computeIfAbsent(name, _ -> new TreeMap<>()).put(version(name) + 1, MasterKey.random());
        return new Keys(made);
    }

    /** Keys for a trial or a test, gone with the process. */
    public static Keys passing() {
        Map<String, NavigableMap<Integer, MasterKey>> made = new TreeMap<>();
        NAMES.forEach(name -> made.put(name, new TreeMap<>(Map.of(1, MasterKey.random()))));
        return new Keys(made);
    }

    /** HMAC-SHA-256 over the parts under the newest version. Parts are told apart: ("ab","c") is not ("a","bc"). */
    public byte[] mac(String name, byte[]... parts) {
        return newest(name).getValue().mac(parts);
    }

    /** As {@link #mac(String, byte[]...)} under an older version, to recognise what was made with it. */
    public byte[] mac(String name, int version, byte[]... parts) {
        return version(name, version).mac(parts);
    }

    /** AES-256-GCM; the answer carries the version of the key and the nonce. */
    public byte[] encrypt(String name, byte[] plain) {
        var newest = newest(name);
        return newest.getValue().encrypt(newest.getKey(), plain);
    }

    public byte[] decrypt(String name, byte[] sealed) {
        if (sealed.length < 1) {
            throw new IllegalArgumentException("nothing to decrypt");
        }
        return version(name, sealed[0]).decrypt(sealed);
    }

    /** The newest version of a key, from 1. */
    public int version(String name) {
        return newest(name).getKey();
    }

    public List<Integer> versions(String name) {
        return List.copyOf(named(name).keySet());
    }

    /** Tells keys apart without giving them away; the database keeps that of the first, to notice that it meets the wrong keys. */
    public String fingerprint(String name) {
        return version(name, 1).fingerprint();
    }

    /** As {@link #fingerprint(String)}, of one version. */
    public String fingerprint(String name, int version) {
        return version(name, version).fingerprint();
    }

    private Map.Entry<Integer, MasterKey> newest(String name) {
        return named(name).lastEntry();
    }

    private MasterKey version(String name, int version) {
        MasterKey key = named(name).get(version);
        if (key == null) {
            throw new Trouble("Version " + version + " of the key '" + name
                    + "' is not here. Put its file back from the escrow sheet and start again.");
        }
        return key;
    }

    private NavigableMap<Integer, MasterKey> named(String name) {
        var versions = keys.get(name);
        if (versions == null) {
            throw new IllegalArgumentException("no key is named " + name);
        }
        return versions;
    }
}

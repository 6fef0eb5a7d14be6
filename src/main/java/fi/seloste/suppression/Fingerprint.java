package fi.seloste.suppression;

/**
 * A contact point as it can be recognised and not read: keyed hashes of what was written (strict) and of what reaches the same person
 * (canonical), with the version of the key.
 */
public record Fingerprint(Kind kind, byte[] strict, byte[] canonical, int keyVersion) {

    /** What a fingerprint is of; the code is the channel of an entry. */
    public enum Kind {
        EMAIL,
        PHONE,
        NAME,
        OTHER;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}

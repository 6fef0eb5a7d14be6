package fi.seloste.suppression;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.Folded;
import fi.seloste.base.PhoneNumber;
import fi.seloste.base.Problem;
import fi.seloste.installation.Keys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** The only place that computes fingerprints, so that two doors can never disagree about who somebody is. */
@Component
public class Fingerprints {

    private static final String STRICT = "strict";
    private static final String CANONICAL = "canonical";

    private final Keyed keyed;

    Fingerprints(Keyed keyed) {
        this.keyed = keyed;
    }

    /** With keys of one's own choice, such as those before a rotation. */
    public static Fingerprints under(Keys keys) {
        return new Fingerprints(new Keyed(keys));
    }

    /** Under the newest key; the value is normalised here, so any spelling will do. */
    public Fingerprint of(Fingerprint.Kind kind, String value) {
        return under(keyed.version(), kind, value);
    }

    /** As {@link #of(Fingerprint.Kind, String)} for an address that is parsed already: imports make millions. */
    public Fingerprint of(EmailAddress address) {
        return of(Fingerprint.Kind.EMAIL, address.value().toLowerCase(java.util.Locale.ROOT), address.canonical());
    }

    public Fingerprint of(PhoneNumber number) {
        return of(Fingerprint.Kind.PHONE, number.toString(), number.value());
    }

    private Fingerprint of(Fingerprint.Kind kind, String written, String canonical) {
        int version = keyed.version();
        return new Fingerprint(
                kind, print(version, STRICT, kind, written), print(version, CANONICAL, kind, canonical), version);
    }

    public byte[] strict(Fingerprint.Kind kind, String value) {
        return print(keyed.version(), STRICT, kind, written(kind, value));
    }

    public byte[] canonical(Fingerprint.Kind kind, String value) {
        return print(keyed.version(), CANONICAL, kind, canonicalForm(kind, value));
    }

    /** The version under which new fingerprints are made. */
    public int keyVersion() {
        return keyed.version();
    }

    /** Under every version of the key: an entry made before the key was changed must still be found. */
    public List<Fingerprint> everyVersion(Fingerprint.Kind kind, String value) {
        return keyed.versions().stream()
                .map(version -> under(version, kind, value))
                .toList();
    }

    /** What the canonical form looks like under the keys before the newest one: whoever was erased is known by one of them alone. */
    public List<byte[]> older(Fingerprint.Kind kind, String value) {
        int newest = keyed.version();
        return newest == 1
                ? List.of()
                : everyVersion(kind, value).stream()
                        .filter(print -> print.keyVersion() != newest)
                        .map(Fingerprint::canonical)
                        .toList();
    }

    /** What reaches the same person whatever was typed. */
    public static String canonicalForm(Fingerprint.Kind kind, String value) {
        return switch (kind) {
            case EMAIL -> EmailAddress.parse(value).canonical();
            case PHONE -> PhoneNumber.parse(withoutExtension(value)).value();
            case NAME, OTHER -> Folded.of(value);
        };
    }

    private Fingerprint under(int version, Fingerprint.Kind kind, String value) {
        return new Fingerprint(
                kind,
                print(version, STRICT, kind, written(kind, value)),
                print(version, CANONICAL, kind, canonicalForm(kind, value)),
                version);
    }

    private static String written(Fingerprint.Kind kind, String value) {
        return switch (kind) {
            case EMAIL -> EmailAddress.parse(value).value().toLowerCase(java.util.Locale.ROOT);
            case PHONE -> PhoneNumber.parse(value).toString();
            case NAME, OTHER -> value.strip();
        };
    }

    /** Two people behind one switchboard number share its canonical form; the strict one tells them apart. */
    private static String withoutExtension(String value) {
        try {
            return PhoneNumber.parse(value).value();
        } catch (Problem.Invalid e) {
            return value;
        }
    }

    private byte[] print(int version, String form, Fingerprint.Kind kind, String value) {
        return keyed.mac(version, bytes(form), bytes(kind.code()), bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package fi.seloste.imports;

import fi.seloste.intake.Reach;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The contact points of a draft, column by column as they are staged. */
final class Points {

    private final List<String> kinds = new ArrayList<>(2);
    private final List<String> usages = new ArrayList<>(2);
    private final List<String> labels = new ArrayList<>(2);
    private final List<String> values = new ArrayList<>(2);
    private final List<byte[]> stricts = new ArrayList<>(2);
    private final List<byte[]> canonicals = new ArrayList<>(2);
    private final List<byte[]> older = new ArrayList<>(0);

    private Points() {}

    static Points of(Reach reach, Fingerprints fingerprints) {
        var points = new Points();
        for (var email : reach.emails()) {
            var value = email.address().value().toLowerCase(Locale.ROOT);
            points.add(fingerprints.of(email.address()), value, email.label());
            points.usages.add(email.address().isRole() ? "role" : "personal");
            points.addOlder(fingerprints, Fingerprint.Kind.EMAIL, value);
        }
        for (var phone : reach.phones()) {
            points.add(fingerprints.of(phone.number()), phone.number().toString(), phone.label());
            points.usages.add("personal");
            points.addOlder(fingerprints, Fingerprint.Kind.PHONE, phone.number().toString());
        }
        return points;
    }

    List<String> values() {
        return values;
    }

    void put(CopyRow row, Numbering numbering) {
        row.ids(kinds.stream().map(kind -> numbering.next()).toList());
        row.texts(kinds)
                .texts(usages)
                .texts(labels)
                .texts(values)
                .bytes(stricts)
                .bytes(canonicals);
        if (older.isEmpty()) {
            row.none();
        } else {
            row.bytes(older);
        }
    }

    private void add(Fingerprint print, String value, String label) {
        kinds.add(print.kind().code());
        labels.add(label);
        values.add(value);
        stricts.add(print.strict());
        canonicals.add(print.canonical());
    }

    /** A ban or an erasure that was noted under a key which has been changed since must be found as well. */
    private void addOlder(Fingerprints fingerprints, Fingerprint.Kind kind, String value) {
        if (fingerprints.keyVersion() > 1) {
            fingerprints.everyVersion(kind, value).stream()
                    .filter(print -> print.keyVersion() != fingerprints.keyVersion())
                    .forEach(print -> older.add(print.canonical()));
        }
    }
}

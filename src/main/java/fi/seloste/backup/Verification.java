package fi.seloste.backup;

import fi.seloste.datamap.Compiler;
import fi.seloste.datamap.Declared;
import fi.seloste.datamap.SchemaCheck;
import fi.seloste.evidence.Sealer;
import fi.seloste.installation.Finding;
import fi.seloste.installation.Keys;
import fi.seloste.rights.Reconciliation;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.suppression.KeyMark;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at everything that can be compared with something else, and changes nothing. */
@Component
class Verification {

    private final Sealer sealer;
    private final Reconciliation reconciliation;
    private final Compiler compiler;
    private final Declared declared;
    private final SchemaCheck schema;
    private final FileExamination files;
    private final KeyMark mark;
    private final Keys keys;
    private final Purposes purposes;
    private final JdbcClient jdbc;

    Verification(
            Sealer sealer,
            Reconciliation reconciliation,
            Compiler compiler,
            Declared declared,
            SchemaCheck schema,
            FileExamination files,
            KeyMark mark,
            Keys keys,
            Purposes purposes,
            JdbcClient jdbc) {
        this.sealer = sealer;
        this.reconciliation = reconciliation;
        this.compiler = compiler;
        this.declared = declared;
        this.schema = schema;
        this.files = files;
        this.mark = mark;
        this.keys = keys;
        this.purposes = purposes;
        this.jdbc = jdbc;
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        findings.addAll(evidence());
        findings.addAll(of(reconciliation.findings(), "The journal of rights is whole and agrees with the database."));
        findings.addAll(of(locks(), "Grants and policies are those of the notice in force."));
        findings.addAll(of(files.findings(), "Every file that a row names is there, as it was kept."));
        findings.addAll(of(keyFindings(), "The keys of every fingerprint are here."));
        return findings;
    }

    private List<Finding> evidence() {
        var wrong = new ArrayList<String>();
        sealer.firstBroken()
                .ifPresent(number -> wrong.add("The chain of evidence does not hold from seal " + number
                        + " on: an entry was altered, added or removed. Compare with a backup made before."));
        long altered = sealer.alteredDetails();
        if (altered > 0) {
            wrong.add("The details of " + altered + " entries of evidence are not those that were written.");
        }
        return of(wrong, "The chain of evidence holds: " + Terminal.number(sealer.seals()) + " seals.");
    }

    private List<String> locks() {
        var wrong = new ArrayList<>(schema.findings());
        compiler.drift(declared)
                .forEach(drift -> wrong.add(
                        "In the database, " + drift + ". A restart of Seloste mends it; ask who" + " changed it."));
        return wrong;
    }

    private List<String> keyFindings() {
        var wrong = new ArrayList<String>();
        mark.finding().ifPresent(wrong::add);
        var here = keys.versions(Keys.SUPPRESSION);
        purposes.as(Purpose.OWNER, () -> jdbc.sql("""
                        select distinct key_version from suppression.entry where lifted_at is null order by 1""").query(Integer.class).list()).stream()
                .filter(version -> !here.contains(version))
                .forEach(version -> wrong.add("Entries of the suppression list were made under version " + version
                        + " of the key, which is not here: nobody recognises whom they mean. Put suppression." + version
                        + ".key back."));
        return wrong;
    }

    private static List<Finding> of(List<String> wrong, String fine) {
        return wrong.isEmpty()
                ? List.of(Finding.fine(fine))
                : wrong.stream().map(Finding::wrong).toList();
    }
}

package fi.seloste.backup;

import fi.seloste.datamap.Compiler;
import fi.seloste.datamap.Declared;
import fi.seloste.datamap.SchemaCheck;
import fi.seloste.evidence.Sealer;
import fi.seloste.installation.Finding;
import fi.seloste.register.PrintExamination;
import fi.seloste.rights.Reconciliation;
import fi.seloste.suppression.KeyMark;
import java.util.ArrayList;
import java.util.List;
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
    private final PrintExamination prints;

    Verification(
            Sealer sealer,
            Reconciliation reconciliation,
            Compiler compiler,
            Declared declared,
            SchemaCheck schema,
            FileExamination files,
            KeyMark mark,
            PrintExamination prints) {
        this.sealer = sealer;
        this.reconciliation = reconciliation;
        this.compiler = compiler;
        this.declared = declared;
        this.schema = schema;
        this.files = files;
        this.mark = mark;
        this.prints = prints;
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        findings.addAll(evidence());
        findings.addAll(of(reconciliation.findings(), "The journal of rights is whole and agrees with the database."));
        findings.addAll(of(locks(), "Grants and policies are those of the notice in force."));
        findings.addAll(of(files.findings(), "Every file that a row names is there, as it was kept."));
        findings.addAll(of(mark.finding().stream().toList(), "The keys of every fingerprint are here."));
        var checked = prints.examine();
        findings.addAll(of(
                checked.findings(),
                "Every fingerprint is that of its contact point, and whoever is banned is marked: "
                        + Terminal.number(checked.points()) + " contact points."));
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

    private static List<Finding> of(List<String> wrong, String fine) {
        return wrong.isEmpty()
                ? List.of(Finding.fine(fine))
                : wrong.stream().map(Finding::wrong).toList();
    }
}

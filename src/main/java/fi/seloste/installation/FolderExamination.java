package fi.seloste.installation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the doctor finds in the data folder and among the keys. */
public record FolderExamination(Settings settings) {

    public List<Finding> findings() {
        Path folder = settings.data();
        if (!Files.exists(folder)) {
            return List.of(missing(folder));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(
                Files.isWritable(folder)
                        ? Finding.fine("The data folder is " + folder + ".")
                        : Finding.wrong("The data folder " + folder + " cannot be written by this account ("
                                + System.getProperty("user.name") + "). Give it to the account that runs Seloste."));
        DataFolder.refuseNewer(folder);
        DataFolder.refuseFull(folder);
        findings.add(keys(folder));
        if (Files.exists(settings.keys().resolve(EscrowSheet.NAME))) {
            findings.add(Finding.note("The escrow sheet still lies in " + settings.keys()
                    + ". Print it, lay it in a safe, and delete the file."));
        }
        if (!KeyCustody.of(settings).isEscrowConfirmed()) {
            findings.add(Finding.note(
                    "Nobody has tried yet whether the escrow sheet is good. Type it off and run 'seloste keys"
                            + " check --sheet FILE'."));
        }
        if (settings.journalCopy() == null) {
            findings.add(Finding.note("The journal of rights is kept in one place only. Name a second, on another disk,"
                    + " with " + Setting.JOURNAL_COPY.key() + "."));
        }
        return findings;
    }

    private static Finding missing(Path folder) {
        Path above = folder.getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        return above != null && Files.isWritable(above)
                ? Finding.fine("The data folder " + folder + " is not there yet; the first start makes it.")
                : Finding.wrong("The data folder " + folder + " is not there and this account may not make it in "
                        + above + ". Give another with --data.");
    }

    private Finding keys(Path folder) {
        boolean dataPresent = Files.exists(folder.resolve("cluster/data/PG_VERSION"));
        Path register = folder.resolve("keys.register");
        if (!Files.exists(register) && !dataPresent) {
            return Finding.fine("There are no keys yet; the first start makes them.");
        }
        new KeyRing(settings.keys(), register).check(dataPresent);
        return Finding.fine("The keys are in " + settings.keys() + " and belong to this installation.");
    }
}

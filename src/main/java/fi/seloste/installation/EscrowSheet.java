package fi.seloste.installation;

import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;

/** The keys on paper: printed once, kept in a safe, and the only way back when the key folder burns. */
final class EscrowSheet {

    static final String NAME = "escrow-sheet.txt";

    private EscrowSheet() {}

    static Path write(Path folder, Map<String, NavigableMap<Integer, MasterKey>> keys) {
        StringBuilder sheet = new StringBuilder("""
                SELOSTE: ESCROW SHEET OF THE KEYS

                Print this sheet, lay it in a safe, and delete the file. Backups never contain these keys.
                Without them a restored backup cannot tell who must not be marketed to or collected again,
                and the secrets kept encrypted in it cannot be read.

                To put a key back, write its line into a file of the name above it, in the folder `keys` of the
                data folder or the one SELOSTE_KEYS names. The last group is a check against slips of the pen.

                """);
        keys.forEach((name, versions) -> versions.forEach((version, key) -> sheet.append(name)
                .append('.')
                .append(version)
                .append(".key\n    ")
                .append(key.writing())
                .append("\n\n")));
        Path file = folder.resolve(NAME);
        PrivateFile.write(file, sheet.toString());
        return file;
    }
}

package fi.seloste.backup;

import fi.seloste.store.Address;
import fi.seloste.store.Blobs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Every row of a file against the file itself. */
@Component
class FileExamination {

    private final Address address;
    private final Blobs blobs;

    FileExamination(Address address, Blobs blobs) {
        this.address = address;
        this.blobs = blobs;
    }

    List<String> findings() {
        var findings = new ArrayList<String>();
        try (var snapshot = Snapshot.of(address)) {
            snapshot.eachFile((id, sha256) -> examine(id, sha256, findings));
        }
        return findings;
    }

    private void examine(UUID id, String sha256, List<String> findings) {
        var file = blobs.file(id);
        try (var in = new DigestInputStream(Files.newInputStream(file), Archive.sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            if (!HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(sha256)) {
                findings.add("The file " + file + " is not the one that was kept. Take it from a backup.");
            }
        } catch (NoSuchFileException e) {
            findings.add("The file " + file + " is missing, and a row names it. Take it from a backup.");
        } catch (IOException e) {
            findings.add("The file " + file + " cannot be read (" + e.getMessage() + ").");
        }
    }
}

package fi.seloste.backup;

import fi.seloste.installation.Keys;
import fi.seloste.installation.PrivateFile;
import fi.seloste.installation.Trouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that is read: whole, in a format that we know, and with every part as it was written. */
final class Archive implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final ZipFile zip;
    private final byte[] written;
    private final Manifest manifest;

    private Archive(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        this.written = bytes(Manifest.NAME);
        this.manifest = parsed();
    }

    static Archive open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Trouble("There is no backup at " + file.toAbsolutePath() + ".");
        }
        try {
            var zip = new ZipFile(file.toFile());
            try {
                return new Archive(file, zip);
            } catch (RuntimeException | IOException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new Trouble(
                    "The file " + file + " is not a whole backup of Seloste: it was cut off, or it is something"
                            + " else. Nothing was changed. Take another one.");
        } catch (IOException e) {
            throw new Trouble("The backup " + file + " cannot be read: " + PrivateFile.reason(e) + ".", e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream content(String name) throws IOException {
        return zip.getInputStream(entry(name));
    }

    Optional<String> text(String name) {
        try {
            return zip.getEntry(name) == null
                    ? Optional.empty()
                    : Optional.of(new String(bytes(name), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Trouble("The backup " + file + " cannot be read: " + PrivateFile.reason(e) + ".", e);
        }
    }

    /** Reads everything once and compares it with what was written. Done before anything is touched. */
    void mustBeWhole(Terminal terminal) {
        terminal.begin("Comparing checksums");
        for (var part : manifest.parts()) {
            mustBe(part.name(), part.sha256());
            terminal.tick(part.name());
        }
        eachFile((id, sha256) -> {
            mustBe(Manifest.FILES + id, sha256);
            terminal.tick(id.toString());
        });
        terminal.done(manifest.parts().size() + " parts are as they were written");
    }

    /** Written by this installation's own key. Whoever altered a backup would have to hold it. */
    void mustBeSealedBy(Keys keys) {
        var seal = HexFormat.of().formatHex(seal(keys, written));
        if (!text(Manifest.SEAL).map(seal::equals).orElse(false)) {
            throw damaged(Manifest.NAME, "does not bear the seal of this installation's key");
        }
    }

    /** What is done with a file of the backup. */
    interface EachFile {
        void take(UUID id, String sha256) throws IOException;
    }

    void eachFile(EachFile each) {
        try (var lines =
                new BufferedReader(new InputStreamReader(content(Manifest.FILE_LIST), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ", 2);
                each.take(UUID.fromString(words[0]), words[1]);
            }
        } catch (IOException e) {
            throw new Trouble("The backup " + file + " cannot be read: " + PrivateFile.reason(e) + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new Trouble("The backup " + file + " cannot be closed: " + PrivateFile.reason(e) + ".", e);
        }
    }

    Trouble damaged(String part, String how) {
        return new Trouble("The backup " + file + " was damaged or altered: " + part + " " + how
                + ". Nothing was changed. Take another one.");
    }

    static byte[] seal(Keys keys, byte[] manifest) {
        return keys.mac(Keys.EVIDENCE, 1, "backup".getBytes(StandardCharsets.UTF_8), manifest);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void mustBe(String name, String sha256) {
        try (var in = new DigestInputStream(content(name), sha256())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            if (!HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(sha256)) {
                throw damaged(name, "does not have the checksum that it was written with");
            }
        } catch (IOException e) {
            throw damaged(name, "cannot be unpacked (" + e.getMessage() + ")");
        }
    }

    private byte[] bytes(String name) throws IOException {
        try (var in = content(name)) {
            return in.readAllBytes();
        }
    }

    private ZipEntry entry(String name) {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(name, "is missing");
        }
        return entry;
    }

    private Manifest parsed() {
        try {
            var format = JSON.readTree(written).path("format").asInt();
            if (format != Manifest.FORMAT) {
                throw new Trouble("The backup " + file + " has the format " + format + ", and this Seloste reads "
                        + Manifest.FORMAT + ". Restore it with the newer Seloste that made it.");
            }
            return JSON.readValue(written, Manifest.class);
        } catch (JacksonException e) {
            throw damaged(Manifest.NAME, "cannot be read");
        }
    }
}

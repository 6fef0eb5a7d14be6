package fi.seloste.backup;

import fi.seloste.installation.Keys;
import fi.seloste.installation.PrivateFile;
import fi.seloste.installation.Trouble;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup as a zip under a temporary name. Only {@link #finish} gives it its name, so that whatever bears the name of a backup is
 * one.
 */
final class ArchiveWriter implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Path beside;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final List<Manifest.Part> parts = new ArrayList<>();

    ArchiveWriter(Path file) {
        this.file = file;
        this.beside = file.resolveSibling(file.getFileName() + ".part");
        var how = EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.deleteIfExists(beside);
            this.channel = FileChannel.open(beside, how, ours);
        } catch (IOException e) {
            throw unwritten(e);
        }
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
        this.zip.setLevel(Deflater.BEST_SPEED);
    }

    /** Writes an entry's content and answers how many rows that was. */
    interface Content {
        long into(OutputStream out) throws Exception;
    }

    void add(String name, List<String> columns, Content content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            var counted = new Counted(zip);
            long rows = content.into(counted);
            zip.closeEntry();
            parts.add(new Manifest.Part(name, columns, rows, counted.bytes, counted.sha256()));
        } catch (IOException e) {
            throw unwritten(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Trouble("The backup was not made: " + name + " could not be read (" + e.getMessage() + ").", e);
        }
    }

    void add(String name, String text) {
        add(name, List.of(), out -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return 0;
        });
    }

    /** A file of its own checksum in the list of files: there may be many, and the manifest is held in memory. */
    void addFile(String name, Content content) {
        add(name, List.of(), content);
        parts.removeLast();
    }

    List<Manifest.Part> parts() {
        return List.copyOf(parts);
    }

    void finish(Manifest manifest, Keys keys) {
        try {
            var text = JSON.writeValueAsBytes(manifest);
            put(Manifest.NAME, text);
            put(
                    Manifest.SEAL,
                    HexFormat.of().formatHex(Archive.seal(keys, text)).getBytes(StandardCharsets.UTF_8));
            zip.finish();
            zip.flush();
            channel.force(true);
            zip.close();
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private void put(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Without {@link #finish} nothing stays. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private Trouble unwritten(IOException e) {
        return new Trouble(
                "The backup " + file + " cannot be written: " + PrivateFile.reason(e)
                        + ". Nothing was changed. Free some space there or name a file in another folder.",
                e);
    }

    private static final class Counted extends FilterOutputStream {

        private final MessageDigest digest = Archive.sha256();
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] content, int from, int length) throws IOException {
            out.write(content, from, length);
            digest.update(content, from, length);
            bytes += length;
        }

        /** The entry ends, the file goes on. */
        @Override
        public void close() throws IOException {
            flush();
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}

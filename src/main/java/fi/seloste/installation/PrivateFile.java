package fi.seloste.installation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A small file that only its owner may read, written whole or not at all. */
public final class PrivateFile {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFile() {}

    /** Writes beside, syncs, renames: a crash leaves the old file or the new one. */
    public static void write(Path file, String text) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(beside);
            var how = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(beside, how, OWNER_FILE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Trouble("Cannot write " + file + ": " + reason(e) + ".", e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Trouble("Cannot read " + file + ": " + reason(e) + ".", e);
        }
    }

    /** Makes the folder (and those above it) where it is missing, closed to others. */
    public static Path folder(Path folder) {
        try {
            return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, OWNER_FOLDER);
        } catch (IOException e) {
            throw new Trouble(
                    "Cannot make the folder " + folder + ": " + reason(e)
                            + ". Give another with --data, or make it and give it to the account that runs Seloste.",
                    e);
        }
    }

    /** The reason of a file trouble in words, without the exception's name. */
    public static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException _ -> "this account may not write there";
            case java.nio.file.NoSuchFileException _ -> "it does not exist";
            case java.nio.file.NotDirectoryException _ -> "a part of the path is a file";
            case java.nio.file.FileAlreadyExistsException x -> x.getFile() + " is a file";
            case java.nio.file.FileSystemException x when x.getReason() != null -> x.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}

package fi.seloste.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One process at a time in a folder. The system lets go of it when the process ends, however it ends. */
public final class FolderLock implements AutoCloseable {

    // POSIX locks belong to the process, and closing any channel of the file lets go of them: so whoever asks again
    // in this process must be turned away before the file is touched.
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock, or says who has it. What is locked begins the sentence. */
    public static FolderLock take(Path file, String what) {
        if (!OURS.add(file)) {
            throw inUse(what, "");
        }
        try {
            return locked(file, what);
        } catch (IOException e) {
            OURS.remove(file);
            throw new Trouble(
                    "Cannot write " + file + ": " + PrivateFile.reason(e)
                            + ". Give another folder with --data, or this one to the account that runs Seloste.",
                    e);
        } catch (RuntimeException e) {
            OURS.remove(file);
            throw e;
        }
    }

    private static FolderLock locked(Path file, String what) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            String holder = holder(channel);
            channel.close();
            throw inUse(what, holder);
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(
                Long.toString(ProcessHandle.current().pid())));
        return new FolderLock(file, channel);
    }

    private static Trouble inUse(String what, String holder) {
        return new Trouble(what + " is in use by another Seloste" + holder
                + ". Stop that one first, or give this one another folder with --data.");
    }

    static boolean isHeld(Path file) {
        if (OURS.contains(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (IOException e) {
            return false;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        int read = channel.read(bytes, 0);
        return read <= 0 ? "" : " (process " + new String(bytes.array(), 0, read, StandardCharsets.US_ASCII) + ")";
    }

    @Override
    public void close() {
        try {
            channel.close();
            OURS.remove(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

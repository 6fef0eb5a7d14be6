package fi.seloste.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's postmaster.pid: the process id in its first line, the state in its eighth. */
record PidFile(Path file, long pid, String state) {

    static Optional<PidFile> of(Path data) {
        Path file = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
                return Optional.empty();
            }
            String state = lines.size() > 7 ? lines.get(7).strip() : "";
            return Optional.of(new PidFile(file, Long.parseLong(lines.getFirst().strip()), state));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    boolean isReady(long ours) {
        return pid == ours && state.equals("ready");
    }

    boolean processLives() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** Whether the process is really this folder's server: ids are reused, so its command line decides. */
    boolean isServerOf(Path data) {
        try {
            List<String> arguments = List.of(
                    Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0"));
            return arguments.getFirst().endsWith("postgres") && arguments.contains(data.toString());
        } catch (IOException e) {
            return false;
        }
    }
}

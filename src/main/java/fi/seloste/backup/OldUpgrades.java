package fi.seloste.backup;

import fi.seloste.installation.DataFolder;
import fi.seloste.store.Recurring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Backups made before an upgrade hold whoever was erased since, so they do not stay: after a month nobody goes back. */
@Component
class OldUpgrades implements Recurring {

    private static final Duration KEPT = Duration.ofDays(30);

    private final DataFolder folder;
    private final Clock clock;

    OldUpgrades(DataFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "remove-old-upgrade-backups";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        var oldest = clock.instant().minus(KEPT).toEpochMilli();
        try {
            for (var file : kept()) {
                if (file.toFile().lastModified() < oldest) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.list(folder.backups())) {
            return all.filter(f -> f.getFileName().toString().startsWith(Upgrade.BEFORE))
                    .toList();
        }
    }
}

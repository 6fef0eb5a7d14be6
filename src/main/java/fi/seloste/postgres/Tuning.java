package fi.seloste.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What we tell the server beyond its defaults. */
public record Tuning(Map<String, String> settings) {

    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("jit", "off"),
            Map.entry("timezone", "'UTC'"),
            Map.entry("log_timezone", "'UTC'"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("password_encryption", "'scram-sha-256'"),
            // The log must hold no personal data: no statements, no values of a refused row.
            Map.entry("log_min_messages", "warning"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_line_prefix", "'%m [%p] '"));

    /** People's data: durable, and sized by the memory of the machine, which the database shares with the server process. */
    public static final Tuning PRODUCTION = with(Map.of(
            "shared_buffers", megabytes(Math.clamp(memory() / 8, 128, 2048)),
            "max_connections", "60",
            "work_mem", "16MB",
            "maintenance_work_mem", "128MB",
            "effective_cache_size", megabytes(Math.max(memory() / 2, 512)),
            "wal_compression", "on",
            "max_wal_size", "4GB",
            "checkpoint_timeout", "15min",
            "wal_level", "minimal",
            "max_wal_senders", "0"));

    /** Data that nobody will miss: nothing waits for the disk. */
    public static final Tuning TEST = with(Map.of(
            "shared_buffers", "64MB",
            "max_connections", "200",
            "work_mem", "16MB",
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "autovacuum_naptime", "5min",
            "wal_level", "minimal",
            "max_wal_senders", "0"));

    private static Tuning with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(ALWAYS);
        all.putAll(more);
        return new Tuning(Map.copyOf(all));
    }

    private static String megabytes(long size) {
        return size + "MB";
    }

    /** Of the machine or of the container, in megabytes. */
    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
    }

    /** Whether what is committed must survive a power cut. */
    boolean durable() {
        return !"off".equals(settings.get("fsync"));
    }

    String lines() {
        return settings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + " = " + e.getValue() + "\n")
                .collect(Collectors.joining());
    }
}

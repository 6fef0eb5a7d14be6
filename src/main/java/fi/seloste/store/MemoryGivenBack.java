package fi.seloste.store;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Gives memory back after heavy work. The collector that suits a small machine returns what a large import took only when it looks through
 * the whole heap, and while nobody works it never does; so in a quiet minute it is asked to, once.
 */
@Component
class MemoryGivenBack implements Recurring {

    private static final long MEGABYTE = 1L << 20;
    /** What the house takes by itself, and does not come down from. */
    private static final long MODEST = 160 * MEGABYTE;
    /** Less growth than this since the last time is not worth a look. */
    private static final long GROWTH = 64 * MEGABYTE;

    private static final double QUIET = 0.05;

    private final com.sun.management.OperatingSystemMXBean machine =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    private volatile long afterLast;

    @Override
    public String name() {
        return "give-memory-back";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        if (isTime(taken(), afterLast, machine.getProcessCpuLoad())) {
            System.gc();
            afterLast = taken();
        }
    }

    /** By what the heap takes now, what it took after the last time, and how busy this process is. */
    static boolean isTime(long taken, long afterLast, double busy) {
        return taken > MODEST && taken > afterLast + GROWTH && busy >= 0 && busy < QUIET;
    }

    private static long taken() {
        return Runtime.getRuntime().totalMemory();
    }
}

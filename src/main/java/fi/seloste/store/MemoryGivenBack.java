package fi.seloste.store;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Gives memory back after heavy work. The collector that suits a small machine returns what a large import took only when it looks through
 * the whole heap, and while nobody works it never does; so when the house is quiet again it is asked to, once for each time of work.
 */
@Component
class MemoryGivenBack implements Recurring {

    private static final long MEGABYTE = 1L << 20;
    /** What the house takes by itself, and does not come down from. */
    private static final long MODEST = 160 * MEGABYTE;
    /** What heaps up over hours of small work. */
    private static final long GROWTH = 64 * MEGABYTE;

    /** Of one processor, since the last look. People who click through pages stay below it. */
    private static final double HEAVY = 0.4;

    private static final double QUIET = 0.1;

    private final com.sun.management.OperatingSystemMXBean machine =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    private long lastTime = System.nanoTime();
    private long lastWork = machine.getProcessCpuTime();
    private long afterLast;
    private boolean worked;

    @Override
    public String name() {
        return "give-memory-back";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public synchronized void run() {
        if (isTime(taken(), busy())) {
            System.gc();
            given(taken());
        }
    }

    /** By what the heap takes now, and how busy this process was of late: negative where the machine does not tell. */
    boolean isTime(long taken, double busy) {
        worked |= busy > HEAVY;
        return busy >= 0 && busy < QUIET && taken > MODEST && (worked || taken > afterLast + GROWTH);
    }

    void given(long left) {
        afterLast = left;
        worked = false;
    }

    private double busy() {
        long time = System.nanoTime();
        long work = machine.getProcessCpuTime();
        double busy = work < 0 || lastWork < 0 ? -1 : (double) (work - lastWork) / Math.max(1, time - lastTime);
        lastTime = time;
        lastWork = work;
        return busy;
    }

    private static long taken() {
        return Runtime.getRuntime().totalMemory();
    }
}

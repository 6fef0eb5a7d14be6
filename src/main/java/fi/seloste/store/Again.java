package fi.seloste.store;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import fi.seloste.base.Trace;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of work that failed: it is tried again, later each time, and never later than after five minutes, so that an outage of a
 * night is over soon after its end. The log tells what failed and where, without messages, since those may quote personal data.
 */
final class Again<T> implements FailureHandler<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Again.class);
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLED = 5;

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<T> operations) {
        int before = complete.getExecution().consecutiveFailures;
        var pause = pauseAfter(before);
        LOG.warn(
                "{} failed, the {}. time in a row, and is tried again in {} s: {}",
                complete.getExecution().getTaskName(),
                before + 1,
                pause.toSeconds(),
                complete.getCause().map(Trace::of).orElse("no cause was given"));
        operations.reschedule(complete, complete.getTimeDone().plus(pause));
    }

    /** After so many failures before this one. */
    static Duration pauseAfter(int failures) {
        var doubled = FIRST.multipliedBy(1L << Math.min(failures, DOUBLED));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}

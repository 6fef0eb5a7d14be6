package fi.seloste.store;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A job is done once for each instance at a time. One that was asked for again while it ran waits for its end and is done once more. */
final class OneAtATime {

    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Set<String> running = ConcurrentHashMap.newKeySet();

    CompletionHandler<Void> run(String instance, Job job) {
        if (!running.add(instance)) {
            return (complete, operations) ->
                    operations.reschedule(complete, complete.getTimeDone().plus(WAIT));
        }
        try {
            job.run(instance);
        } finally {
            running.remove(instance);
        }
        return OneAtATime::end;
    }

    /** The row goes, unless it is not the one that was begun: then it asks for the next run. */
    private static void end(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        try {
            operations.stop();
        } catch (ExecutionException e) {
            // asked for again meanwhile
        }
    }
}

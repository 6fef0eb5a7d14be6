package fi.seloste.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Does the jobs, once the house is open. A process that dies in a job leaves its row, and the next one does the job again. */
@Component
@ConditionalOnProperty(name = "seloste.jobs", havingValue = "on", matchIfMissing = true)
class Workshop {

    private final Scheduler scheduler;
    private final List<Recurring> recurring;

    Workshop(Database database, List<Job> jobs, List<Recurring> recurring, Doings doings, Clock clock) {
        this.recurring = recurring;
        this.scheduler = Scheduler.create(
                        database.of(Login.TECHNICAL),
                        jobs.stream().<Task<?>>map(Workshop::task).toList())
                .startTasks(recurring.stream().map(one -> task(one, doings)).toList())
                .tableName("store.scheduled_tasks")
                .commitWhenAutocommitDisabled(true)
                .pollingInterval(Duration.ofMillis(500))
                // Work of a process that died is taken up half a minute later, not after the usual half hour.
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(6)
                .failureLogging(LogLevel.OFF, false)
                .threads(3)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        scheduler.start();
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        scheduler.pause();
        recurring.forEach(Recurring::breakOff);
        scheduler.stop();
    }

    private static Task<Void> task(Job job) {
        var once = new OneAtATime();
        return Tasks.custom(job.name(), Void.class)
                .onFailure(new Again<>())
                .onDeadExecutionRevive()
                .execute((instance, context) -> once.run(instance.getId(), job));
    }

    private static RecurringTask<Void> task(Recurring recurring, Doings doings) {
        return Tasks.recurring(recurring.name(), FixedDelay.of(recurring.every()))
                .onFailure(new Again<>())
                .execute((instance, context) -> doings.round(recurring::run));
    }
}

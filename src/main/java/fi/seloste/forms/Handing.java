package fi.seloste.forms;

import fi.seloste.base.Problem;
import fi.seloste.store.Job;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands what was taken in over to the module that knows how to end it, where the form is of such a kind. */
@Component
class Handing implements Job {

    static final String JOB = "forms-handing";

    private final Submissions submissions;
    private final FormRecords forms;
    private final Kinds kinds;
    private final Purposes purposes;
    private final Clock clock;

    Handing(Submissions submissions, FormRecords forms, Kinds kinds, Purposes purposes, Clock clock) {
        this.submissions = submissions;
        this.forms = forms;
        this.kinds = kinds;
        this.purposes = purposes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String instance) {
        var id = UUID.fromString(instance);
        purposes.as(Purpose.CUSTOMER, () -> submissions.find(id))
                .filter(one -> one.course().handedAt() == null)
                .ifPresent(one -> kinds.destination(one.origin().kind()).ifPresent(to -> hand(one, to)));
    }

    private void hand(Submission submission, Destination to) {
        var why = refusal(submission, to);
        purposes.as(Purpose.CUSTOMER, () -> submissions.handed(submission.id(), why.orElse(null), clock.instant()));
    }

    private Optional<String> refusal(Submission submission, Destination to) {
        try {
            to.take(arrived(submission));
            return Optional.empty();
        } catch (Problem refused) {
            return Optional.of(refused.key());
        }
    }

    private Destination.Arrived arrived(Submission submission) {
        return purposes.as(Purpose.CUSTOMER, () -> {
            var answers = new HashMap<String, String>();
            submissions.answers(submission.id()).forEach(one -> answers.put(one.field(), one.value()));
            var form = forms.find(submission.origin().form()).orElseThrow();
            var course = submission.course();
            return new Destination.Arrived(
                    submission.id(),
                    form.plan().handling().target(),
                    submission.person(),
                    new Destination.Mail(
                            submission.origin().email(),
                            submission.origin().language(),
                            course.confirmedAt() == null ? course.sentAt() : course.confirmedAt()),
                    answers);
        });
    }
}

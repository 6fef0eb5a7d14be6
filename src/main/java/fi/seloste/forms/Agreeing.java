package fi.seloste.forms;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.consents.Agreement;
import fi.seloste.consents.Channel;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Proof;
import fi.seloste.consents.Wording;
import fi.seloste.store.Job;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps what was ticked as consents of the person who confirmed, upon the very words that stood beside the box. It is the person's own act, so
 * it runs in the person's purpose. A ban stays a ban: what it makes worthless is refused, and that stands beside the answer.
 */
@Component
class Agreeing implements Job {

    static final String JOB = "forms-consents";

    private final Submissions submissions;
    private final FormRecords forms;
    private final Consents consents;
    private final Purposes purposes;

    Agreeing(Submissions submissions, FormRecords forms, Consents consents, Purposes purposes) {
        this.submissions = submissions;
        this.forms = forms;
        this.consents = consents;
        this.purposes = purposes;
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String instance) {
        var id = UUID.fromString(instance);
        // Whoever may see everybody says whose it is: the person may be hidden from all others.
        purposes.as(Purpose.RIGHTS, () -> submissions.find(id))
                .ifPresent(submission -> purposes.asSubject(submission.person(), () -> agree(submission)));
    }

    private boolean agree(Submission submission) {
        var content = forms.edition(submission.origin().edition()).orElseThrow().content();
        for (var ticked : submissions.ticked(submission.id())) {
            var field = content.field(ticked.field()).orElseThrow();
            try {
                var consent =
                        consents.give(submission.person(), agreement(field, submission), actor(submission.person()));
                submissions.agreed(ticked.answerId(), consent.id(), null);
            } catch (Problem.Conflict | Problem.Invalid | Problem.NotFound refused) {
                submissions.agreed(ticked.answerId(), null, refused.key());
            }
        }
        return true;
    }

    private static Agreement agreement(Field field, Submission submission) {
        var language = submission.origin().language();
        var asked = Objects.requireNonNull(field.words().asked().get(language));
        var manner = new Agreement.Manner(
                Channel.FORM,
                new Proof(Proof.Kind.DOUBLE_OPT_IN, null),
                submission.course().confirmedAt());
        return new Agreement(
                Objects.requireNonNull(field.bound().aim()), new Wording.Text(asked.words(), language), manner, null);
    }

    private static Actor actor(PersonId person) {
        return Actor.subject(person);
    }
}

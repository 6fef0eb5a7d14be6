package fi.seloste.forms;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Register;
import fi.seloste.staff.Account;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The door to what came by forms. What was taken in is read in the caller's purpose, which sees it of whom it sees; what waits for its sender's
 * confirmation belongs to nobody yet and is customer relations' alone, so that marketing meets no address of whom it may not see.
 */
@Component
public class Inbound {

    private final Submissions submissions;
    private final Arrivals arrivals;
    private final FormRecords forms;
    private final Taking taking;
    private final Register register;
    private final Evidence evidence;

    Inbound(
            Submissions submissions,
            Arrivals arrivals,
            FormRecords forms,
            Taking taking,
            Register register,
            Evidence evidence) {
        this.submissions = submissions;
        this.arrivals = arrivals;
        this.forms = forms;
        this.taking = taking;
        this.register = register;
        this.evidence = evidence;
    }

    /** The newest first; whoever stands on the list was looked at. */
    public Paged<Submission> list(UUID form, Paging asked, Evidence.How how, Actor actor) {
        var read = Paged.of(submissions.after(form, asked.afterId(), asked.limit() + 1), asked, Submission::id);
        evidence.consulted(
                actor,
                how,
                read.items().stream().map(Submission::person).distinct().toList());
        return read;
    }

    /** Nobody sees it whose purpose or reach does not see the person. */
    public Submission.Whole get(UUID id, Evidence.How how, Actor actor) {
        var submission = submissions.find(id).orElseThrow(() -> Problem.notFound("submission"));
        register.see(submission.person(), how, actor);
        return new Submission.Whole(submission, submissions.answers(id));
    }

    /** Whether the running purpose sees it. */
    public boolean sees(UUID id) {
        return submissions.find(id).isPresent();
    }

    /** The form and the edition that somebody read, in the running purpose. */
    Form form(UUID id) {
        return forms.find(id).orElseThrow(() -> Problem.notFound("form"));
    }

    Form.Edition edition(UUID id) {
        return forms.edition(id).orElseThrow(() -> Problem.notFound("form"));
    }

    /** What was answered in each of these, read at once. */
    List<Submission.Whole> whole(List<Submission> of) {
        var answers = submissions.answers(of.stream().map(Submission::id).toList());
        return of.stream()
                .map(one -> new Submission.Whole(one, answers.getOrDefault(one.id(), List.of())))
                .toList();
    }

    Map<String, String> names(List<Submission> of) {
        return submissions.names(of);
    }

    String name(PersonId person) {
        return register.find(person).map(one -> one.name().shown()).orElse("");
    }

    @As(Purpose.CUSTOMER)
    public Paged<Arrival> waiting(UUID form, Paging asked) {
        return Paged.of(arrivals.after(form, asked.afterId(), asked.limit() + 1), asked, Arrival::id);
    }

    @As(Purpose.CUSTOMER)
    public Arrival arrival(UUID id) {
        return arrivals.find(id).orElseThrow(() -> Problem.notFound("submission"));
    }

    /** An employee knows whose it is, by telephone say. The address has shown nothing, so nothing of a known person is changed by it. */
    @As(Purpose.CUSTOMER)
    public void take(UUID id, Account by) {
        var arrival = arrivals.hold(id).orElseThrow(() -> Problem.notFound("submission"));
        evidence.record(by.actor(), Act.of("form-taken-by-hand").about("submission", id));
        taking.take(arrival, by);
    }

    /** Rubbish: it goes at once. */
    @As(Purpose.CUSTOMER)
    public void remove(UUID id, Actor actor) {
        var arrival = arrivals.hold(id).orElseThrow(() -> Problem.notFound("submission"));
        arrivals.remove(id);
        evidence.record(actor, Act.of("form-set-aside").about("form", arrival.form()));
    }
}

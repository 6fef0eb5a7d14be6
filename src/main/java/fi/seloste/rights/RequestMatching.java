package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.base.RequestId;
import fi.seloste.store.Job;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Finds out whom a request is about. For the public page this is a job: the page itself looks nobody up, so neither its words nor its time
 * tell who is in the register.
 */
@Component
class RequestMatching implements Job {

    static final String JOB = "rights-intake";

    private static final long LETTERS_AN_HOUR = 5;

    private final Requests requests;
    private final Subjects people;
    private final RequestLinks links;
    private final Letters letters;
    private final Answering answering;
    private final Progress progress;
    private final Purposes purposes;
    private final Jobs jobs;
    private final LegalDay today;
    private final Clock clock;

    RequestMatching(
            Requests requests,
            Subjects people,
            RequestLinks links,
            Letters letters,
            Answering answering,
            Progress progress,
            Purposes purposes,
            Jobs jobs,
            LegalDay today,
            Clock clock) {
        this.requests = requests;
        this.people = people;
        this.links = links;
        this.letters = letters;
        this.answering = answering;
        this.progress = progress;
        this.purposes = purposes;
        this.jobs = jobs;
        this.today = today;
        this.clock = clock;
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String instance) {
        var id = RequestId.valueOf(instance);
        purposes.apart(Purpose.RIGHTS, () -> {
            takeUp(requests.lock(id));
            return true;
        });
        progress.run(id);
    }

    /** One person: matched. Nobody: matched too. Several, or an address that several read: somebody has to choose. */
    void match(Request request) {
        var email = request.asker().email();
        var reached = email == null ? java.util.List.<Subjects.Match>of() : people.reachedBy(email);
        reached.forEach(m -> requests.candidate(request.id(), new PersonId(m.personId()), m.usage()));
        if (reached.isEmpty()) {
            requests.matched(request.id(), null, clock.instant());
        } else if (reached.size() == 1 && !reached.getFirst().usage().equals("shared")) {
            requests.matched(request.id(), new PersonId(reached.getFirst().personId()), clock.instant());
        }
    }

    private void takeUp(Request request) {
        if (request.state() != Request.State.RECEIVED
                || request.course().received().matchedAt() != null) {
            return;
        }
        match(request);
        var matched = requests.get(request.id());
        answering.record(
                "request-received", matched, Map.of("right", request.right().code(), "channel", "public-page"));
        boolean mayWrite = mayWrite(request);
        if (matched.isOfNobody()
                || (!request.right().needsProof() && matched.asker().person() != null)) {
            links.makeCode(request.id(), "identity"); // told to nobody: a try takes its time all the same
            decideByItself(matched, mayWrite);
        } else if (matched.asker().person() == null) {
            links.makeCode(request.id(), "identity");
            if (mayWrite) {
                answering.tell(matched, "shared", matched.deadline(today.get()).due());
            }
        } else {
            askForProof(matched, mayWrite);
        }
    }

    /** Nobody's mailbox is filled by somebody else's asking. */
    private boolean mayWrite(Request request) {
        var email = request.asker().email();
        return email != null && requests.countOf(email, clock.instant().minus(Duration.ofHours(1))) <= LETTERS_AN_HOUR;
    }

    /** What needs no proof and no person's decision: a ban, and the truth that nothing is kept. */
    private void decideByItself(Request request, boolean mayWrite) {
        if (!mayWrite) {
            requests.end(request.id(), Request.State.CLOSED, clock.instant());
            return;
        }
        requests.decide(request.id(), Acts.SYSTEM, clock.instant());
        jobs.later(Progress.JOB, request.id().toString());
    }

    private void askForProof(Request request, boolean mayWrite) {
        if (mayWrite) {
            sendCode(request);
        }
        requests.become(request.id(), Request.State.IDENTITY);
    }

    /** To the address on file, whatever address asked. */
    void sendCode(Request request) {
        var code = links.makeCode(request.id(), "identity");
        var page = letters.url("/privacy/code/" + links.make(request.id(), "code", RequestLinks.CODE_PAGE_LIVES));
        answering.tell(
                request,
                "code",
                code,
                request.right().words(),
                request.deadline(today.get()).due(),
                page);
    }
}

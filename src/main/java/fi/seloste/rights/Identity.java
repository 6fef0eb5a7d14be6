package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How somebody comes to be taken for the person: never more than needed (Art. 12(6)), no signature, no document by default. */
@Component
public class Identity {

    private static final long CODES_AN_HOUR = 5;

    private final Requests requests;
    private final Happenings happenings;
    private final Papers papers;
    private final RequestMatching matching;
    private final Answering answering;
    private final RequestLinks links;
    private final Subjects people;
    private final Progress progress;
    private final Purposes purposes;
    private final Jobs jobs;
    private final LegalDay today;
    private final Clock clock;

    Identity(
            Requests requests,
            Happenings happenings,
            Papers papers,
            RequestMatching matching,
            Answering answering,
            RequestLinks links,
            Subjects people,
            Progress progress,
            Purposes purposes,
            Jobs jobs,
            LegalDay today,
            Clock clock) {
        this.requests = requests;
        this.happenings = happenings;
        this.papers = papers;
        this.matching = matching;
        this.answering = answering;
        this.links = links;
        this.people = people;
        this.progress = progress;
        this.purposes = purposes;
        this.jobs = jobs;
        this.today = today;
        this.clock = clock;
    }

    /** Said by staff: by which means, what there is to show for it, and which of several candidates. */
    public record Said(
            String how, @Nullable String note, @Nullable PersonId person) {

        public Said {
            if (note != null) {
                Length.LINE.checked("note", note);
            }
        }
    }

    /** A code is sent, or tried where the note holds six digits; the other two ways are attested with a note. */
    public Request confirm(RequestId id, Said said, Actor actor) {
        var how = Request.Proof.How.of(said.how());
        var result = purposes.as(Purpose.RIGHTS, () -> said(id, how, said, actor));
        if (!result.equals("right") && !result.equals("sent")) {
            throw Problem.invalid("note", "rights.code." + result); // after the commit, so that the try counts
        }
        progress.run(id);
        return purposes.as(Purpose.RIGHTS, () -> requests.get(id));
    }

    private String said(RequestId id, Request.Proof.How how, Said said, Actor actor) {
        var request = requests.lock(id);
        if (request.right().isAtOnce() && request.isDecided()) {
            return "right"; // done already, for whoever it was
        }
        request.mustBeUnanswered();
        if (request.isProved()) {
            throw Problem.conflict("rights.identity.already", request.number());
        }
        var person = chosen(request, said.person());
        requests.matched(id, person, clock.instant());
        papers.belongTo(request, person);
        if (how != Request.Proof.How.CODE) {
            if (said.note() == null || said.note().isBlank()) {
                throw Problem.invalid("note", "rights.identity.note");
            }
            prove(requests.get(id), person, how, said.note(), actor);
            return "right";
        }
        var note = said.note() == null ? "" : said.note().strip();
        return note.matches("\\d{6}") ? tried(requests.get(id), person, note, actor) : sent(requests.get(id), person);
    }

    private String tried(Request request, PersonId person, String code, Actor actor) {
        var result = links.tryCode(request.id(), "identity", code);
        if (result.equals("right")) {
            prove(request, person, Request.Proof.How.CODE, null, actor);
        }
        return result;
    }

    private String sent(Request request, PersonId person) {
        if (people.addressOnFile(person, request.asker().email()).isEmpty()) {
            throw Problem.conflict("rights.code.noAddress", request.number());
        }
        if (links.codesOfLastHour(request.id()) >= CODES_AN_HOUR) {
            throw Problem.conflict("rights.code.tooMany", request.number());
        }
        matching.sendCode(request);
        requests.become(request.id(), Request.State.IDENTITY);
        return "sent";
    }

    private void prove(Request request, PersonId person, Request.Proof.How how, @Nullable String note, Actor actor) {
        requests.prove(request.id(), person, new Request.Proof(how, clock.instant()), actor, note);
        happenings.resume(request.id(), today.get());
        answering.record(actor, "identity-confirmed", requests.get(request.id()), Map.of("how", how.code()));
        jobs.later(Progress.JOB, request.id().toString());
    }

    /** The one who was named, else the only one whom the address leads to. */
    private PersonId chosen(Request request, @Nullable PersonId named) {
        if (named != null) {
            if (people.find(named).filter(known -> !known.isErased()).isEmpty()) {
                throw Problem.invalid("person", "problem.notFound.person");
            }
            return named;
        }
        if (request.asker().person() != null) {
            return request.asker().person();
        }
        var candidates = requests.candidates(request.id());
        if (candidates.isEmpty()) {
            throw Problem.conflict("rights.identity.nobody", request.number());
        }
        if (candidates.size() > 1) {
            throw Problem.conflict("rights.identity.choose", request.number());
        }
        return new PersonId(candidates.getFirst().personId());
    }
}

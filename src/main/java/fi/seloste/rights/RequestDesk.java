package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Deadline;
import fi.seloste.base.PersonId;
import fi.seloste.base.RequestId;
import fi.seloste.consents.ConsentPurposes;
import fi.seloste.consents.Consents;
import fi.seloste.datamap.Walk;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lays out one request for its page. Opening one about a known person is a look at their data. */
@Component
class RequestDesk {

    private final Requests requests;
    private final CameWith came;
    private final RecipientTasks tasks;
    private final Redactions redactions;
    private final Packages packages;
    private final Certificates certificates;
    private final Restrictions restrictions;
    private final Narrowing narrowing;
    private final Balancings balancings;
    private final Consents consents;
    private final ConsentPurposes declared;
    private final Subjects people;
    private final Walk walk;
    private final NoticeFacts notice;
    private final Evidence evidence;
    private final LegalDay today;

    RequestDesk(
            Requests requests,
            CameWith came,
            RecipientTasks tasks,
            Redactions redactions,
            Packages packages,
            Certificates certificates,
            Restrictions restrictions,
            Narrowing narrowing,
            Balancings balancings,
            Consents consents,
            ConsentPurposes declared,
            Subjects people,
            Walk walk,
            NoticeFacts notice,
            Evidence evidence,
            LegalDay today) {
        this.requests = requests;
        this.came = came;
        this.tasks = tasks;
        this.redactions = redactions;
        this.packages = packages;
        this.certificates = certificates;
        this.restrictions = restrictions;
        this.narrowing = narrowing;
        this.balancings = balancings;
        this.consents = consents;
        this.declared = declared;
        this.people = people;
        this.walk = walk;
        this.notice = notice;
        this.evidence = evidence;
        this.today = today;
    }

    @As(Purpose.RIGHTS)
    public RequestPage page(RequestId id, Actor actor, Locale language) {
        var request = requests.get(id);
        var person = request.asker().person();
        if (person != null) {
            evidence.consulted(actor, Evidence.How.PAGE, List.of(person));
        }
        var marks = redactions.list(id);
        return new RequestPage(
                head(request),
                due(request, language),
                person == null ? List.of() : places(person, marks, notice.in(language)),
                new RequestPage.Side(identity(request), tasks.list(id), marks, answer(id), outcome(request, language)),
                came.with(request),
                evidence.about(id.value()).stream()
                        .map(line -> new RequestPage.Line(line.at(), line.act(), line.actorKind()))
                        .toList());
    }

    private RequestPage.Head head(Request request) {
        var person = request.asker().person();
        return new RequestPage.Head(
                request.id().toString(),
                request.number(),
                request.right().code(),
                new RequestPage.Who(
                        name(request),
                        person == null ? null : person.toString(),
                        request.asker().email(),
                        request.asker().words(),
                        request.course().received().channel()),
                new RequestPage.State(
                        request.state().code(),
                        request.course().received().on(),
                        request.state().isOpen(),
                        request.isDecided(),
                        request.isProved()));
    }

    private RequestPage.Due due(Request request, Locale language) {
        var now = today.get();
        var deadline = request.deadline(now);
        var received = request.course().received().on();
        var first = Deadline.ofAnswer(received, request.course().suspensions(), now);
        return new RequestPage.Due(
                deadline.due(),
                deadline.daysLeft(now),
                deadline.gone(received, now),
                new RequestPage.Clock(
                        request.isLate(now),
                        request.isSuspended(),
                        request.course().extendedOn() != null,
                        request.extendedDeadline(now).due(),
                        first.endsOn()),
                deadline.explanationIn(language));
    }

    private List<RequestPage.Place> places(PersonId person, List<Redaction> marks, Told told) {
        Map<String, Long> rows = new LinkedHashMap<>();
        Map<String, Long> marked = new LinkedHashMap<>();
        for (var section : walk.sections(person)) {
            var category = told.declared(section.table().category());
            rows.merge(category, section.rows(), Long::sum);
            long here = marks.stream()
                    .filter(m -> m.state().equals("marked")
                            && m.place().equals(section.table().qualified()))
                    .count();
            marked.merge(category, here, Long::sum);
        }
        return rows.entrySet().stream()
                .map(e -> new RequestPage.Place(
                        told.nameOf(e.getKey()),
                        e.getValue(),
                        told.category(e.getKey())
                                .map(k ->
                                        k.goals().stream().map(Told.Goal::name).collect(Collectors.joining(", ")))
                                .orElse(""),
                        told.category(e.getKey()).map(Told.Kept::until).orElse(""),
                        marked.getOrDefault(e.getKey(), 0L)))
                .toList();
    }

    private RequestPage.Identity identity(Request request) {
        var proof = request.course().proof();
        return new RequestPage.Identity(
                proof == null ? null : proof.how().code(), proof == null ? null : proof.at(), candidates(request.id()));
    }

    List<RequestPage.Candidate> candidates(RequestId id) {
        return requests.candidates(id).stream()
                .map(c -> new RequestPage.Candidate(
                        c.personId().toString(), people.name(new PersonId(c.personId())), c.usage()))
                .toList();
    }

    private RequestPage.Outcome outcome(Request request, Locale language) {
        var id = request.id();
        return new RequestPage.Outcome(
                balancings
                        .find(id)
                        .map(one -> new RequestPage.Weighed(one.outcome().code(), one.reasons(), one.madeAt()))
                        .orElse(null),
                consents.endedBy(id).stream()
                        .map(one -> new RequestPage.Ended(
                                declared.name(one.aim(), language), one.given().at()))
                        .toList(),
                narrowing.choice(request, language));
    }

    private RequestPage.Answer answer(RequestId id) {
        var made = packages.find(id);
        boolean restricted =
                restrictions.find(id).filter(one -> one.liftedAt() == null).isPresent();
        return new RequestPage.Answer(
                made.map(Packages.Made::bytes).orElse(0L),
                made.map(Packages.Made::items).orElse(0L),
                made.map(Packages.Made::expiresAt).orElse(null),
                certificates.certificate(id).isPresent(),
                restricted);
    }

    private String name(Request request) {
        var asker = request.asker();
        var known = asker.person() == null ? "" : people.name(asker.person());
        return known.isEmpty() ? asker.said() : known;
    }
}

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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out requests for the desk's pages. Opening one about a known person is a look at their data. */
@Component
class RequestDesk {

    private static final int SHOWN = 50;
    private static final int OPEN = 500;
    private static final int CLOSED_LATELY = 10;

    private final Requests requests;
    private final Arrivals arrivals;
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
            Arrivals arrivals,
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
        this.arrivals = arrivals;
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

    /** Every request that waits, laid out as lanes or by its due date, and beside them what was closed lately. */
    @As(Purpose.RIGHTS)
    public BoardPage board(boolean calendar) {
        var open = requests.open(OPEN);
        var closed = requests.page(Request.State.CLOSED.code(), null, CLOSED_LATELY);
        return new BoardPage(
                calendar,
                RequestBoard.lanes(rows(open), rows(closed)),
                calendar ? days(open) : List.of(),
                counts(open));
    }

    private List<RequestBoard.Day> days(List<Request> open) {
        return RequestBoard.days(rows(open), today.get());
    }

    @As(Purpose.RIGHTS)
    public RequestsPage list(String state, @Nullable UUID after) {
        var open = requests.open(OPEN);
        var found = state.equals("open")
                ? open
                : requests.page(Request.State.of(state).code(), after, SHOWN + 1);
        boolean more = !state.equals("open") && found.size() > SHOWN;
        var shown = more ? found.subList(0, SHOWN) : found;
        return new RequestsPage(
                state, rows(shown), counts(open), more ? shown.getLast().id().toString() : null);
    }

    RequestsPage.Counts counts() {
        return counts(requests.open(OPEN));
    }

    private RequestsPage.Counts counts(List<Request> open) {
        var now = today.get();
        return new RequestsPage.Counts(
                requests.countOpen(),
                open.stream().filter(one -> one.isLate(now)).count(),
                open.stream()
                        .filter(one -> !one.isLate(now) && daysLeft(one.deadline(now), now) <= 7)
                        .count(),
                arrivals.waiting().count());
    }

    private List<RequestsPage.Row> rows(List<Request> shown) {
        var now = today.get();
        var names = people.names(shown.stream()
                .flatMap(one -> Stream.ofNullable(one.asker().person()))
                .distinct()
                .toList());
        return shown.stream().map(one -> row(one, names, now)).toList();
    }

    private static RequestsPage.Row row(Request one, Map<PersonId, String> names, LocalDate now) {
        var deadline = one.deadline(now);
        var received = one.course().received().on();
        var person = one.asker().person();
        var known = person == null ? null : names.get(person);
        return new RequestsPage.Row(
                one.id().toString(),
                one.number(),
                one.right().code(),
                one.state().code(),
                new RequestsPage.Who(known == null ? said(one.asker()) : known, received),
                new RequestsPage.Due(
                        deadline.due(),
                        daysLeft(deadline, now),
                        gone(received, deadline, now),
                        one.isLate(now),
                        stands(one)));
    }

    /** How much of a hundred of the time is over. */
    private static int gone(LocalDate received, Deadline deadline, LocalDate now) {
        long whole = Math.max(1, ChronoUnit.DAYS.between(received, deadline.due()));
        return (int) (100 * Math.clamp(ChronoUnit.DAYS.between(received, now), 0L, whole) / whole);
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
                daysLeft(deadline, now),
                gone(received, deadline, now),
                new RequestPage.Clock(
                        request.isLate(now),
                        stands(request),
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
        return known.isEmpty() ? said(asker) : known;
    }

    private static String said(Request.Asker asker) {
        return asker.name() != null ? asker.name() : asker.email() == null ? "" : asker.email();
    }

    private static boolean stands(Request request) {
        return request.state().isOpen()
                && request.course().suspensions().stream().anyMatch(one -> one.answeredOn() == null);
    }

    private static long daysLeft(Deadline deadline, LocalDate now) {
        return ChronoUnit.DAYS.between(now, deadline.due());
    }
}

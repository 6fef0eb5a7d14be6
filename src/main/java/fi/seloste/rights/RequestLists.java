package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out many requests: what waits as lanes or by the day, and what was closed, part by part. */
@Component
class RequestLists {

    private static final int SHOWN = 50;
    private static final int OPEN = 500;
    private static final int CLOSED_LATELY = 10;

    private final Requests requests;
    private final Arrivals arrivals;
    private final Subjects people;
    private final LegalDay today;

    RequestLists(Requests requests, Arrivals arrivals, Subjects people, LegalDay today) {
        this.requests = requests;
        this.arrivals = arrivals;
        this.people = people;
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
                        .filter(one -> !one.isLate(now) && one.deadline(now).daysLeft(now) <= 7)
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
                new RequestsPage.Who(known == null ? one.asker().said() : known, received),
                new RequestsPage.Due(
                        deadline.due(),
                        deadline.daysLeft(now),
                        deadline.gone(received, now),
                        one.isLate(now),
                        one.isSuspended()));
    }
}

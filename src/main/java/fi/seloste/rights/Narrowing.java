package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.datamap.DataMap;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Narrows a request for restriction to the categories that the person means (Art. 18); all else stays in use. */
@Component
public class Narrowing {

    private final Requests requests;
    private final Parts parts;
    private final DataMap map;
    private final NoticeFacts notice;
    private final Answering answering;

    Narrowing(Requests requests, Parts parts, DataMap map, NoticeFacts notice, Answering answering) {
        this.requests = requests;
        this.parts = parts;
        this.map = map;
        this.notice = notice;
        this.answering = answering;
    }

    /** The categories that it is about; none where it is about everything. */
    @As(Purpose.RIGHTS)
    public List<String> of(RequestId id) {
        return parts.of(id);
    }

    /** What can be chosen, and what was; for a restriction alone. */
    List<RequestPage.Part> choice(Request request, Locale language) {
        if (request.right() != Right.RESTRICTION) {
            return List.of();
        }
        var told = notice.in(language);
        var chosen = parts.of(request.id());
        return separable().stream()
                .map(code -> new RequestPage.Part(code, told.nameOf(code), chosen.contains(code)))
                .toList();
    }

    /** None means everything. Before it is decided the choice can be made anew. */
    @As(Purpose.RIGHTS)
    public Request narrow(RequestId id, List<String> categories, Actor actor) {
        var request = requests.lock(id);
        if (request.right() != Right.RESTRICTION) {
            throw Problem.conflict("rights.parts.right", request.number());
        }
        request.mustBeUnanswered();
        var chosen = new TreeSet<>(categories);
        chosen.stream().filter(one -> !separable().contains(one)).findFirst().ifPresent(one -> {
            throw Problem.invalid("categories", "rights.parts.unknown", one, String.join(", ", separable()));
        });
        parts.become(id, chosen);
        answering.record(actor, "request-narrowed", request, Map.of("categories", String.join(" ", chosen)));
        return request;
    }

    /** What the notice in force does not tell apart is restricted with the whole. */
    private List<String> separable() {
        return map.separable().stream().filter(notice::tellsApart).toList();
    }
}

package fi.seloste.rights;

import fi.seloste.base.PersonId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A request as programs see it. */
@Component
class RequestJson {

    private final Rights rights;
    private final Answers answers;
    private final LegalDay today;

    RequestJson(Rights rights, Answers answers, LegalDay today) {
        this.rights = rights;
        this.answers = answers;
        this.today = today;
    }

    Map<String, Object> of(Request request, Locale language) {
        var course = request.course();
        var deadline = request.deadline(today.get());
        var map = new LinkedHashMap<String, Object>();
        map.put("id", request.id().toString());
        map.put("number", request.number());
        map.put("right", request.right().code());
        map.put("state", request.state().code());
        map.put("receivedOn", course.received().on().toString());
        map.put("dueOn", deadline.due().toString());
        map.put("extendedDueOn", request.extendedDeadline(today.get()).due().toString());
        map.put("extended", course.extendedOn() != null);
        map.put("late", request.isLate(today.get()));
        map.put("explanation", String.join(" ", deadline.explanationIn(language)));
        map.put(
                "candidates",
                rights.candidates(request.id()).stream().map(PersonId::toString).toList());
        if (request.asker().person() != null) {
            map.put("person", request.asker().person().toString());
        }
        if (course.proof() != null) {
            map.put(
                    "identity",
                    Map.of(
                            "how",
                            course.proof().how().code(),
                            "at",
                            course.proof().at().toString()));
        }
        if (course.outcome().answeredAt() != null) {
            map.put("answeredAt", course.outcome().answeredAt().toString());
        }
        map.put("tasks", answers.tasks(request.id()));
        map.put("redactions", answers.redactions(request.id()));
        return map;
    }
}

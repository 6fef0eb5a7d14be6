package fi.seloste.forms;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.doors.Guard;
import fi.seloste.notice.DeclaredPurpose;
import fi.seloste.notice.Notice;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Takes what visitors send, by page or by JSON: looks at the fields, asks the guard, and keeps it. What is wrong comes back with all the rest. */
@Component
class Reception {

    /** What a page sends beside its answers. */
    static final Set<String> BESIDE = Set.of("edition", "lang", "embed", "_csrf", Guard.STAMP, Guard.WORK, Guard.TRAP);

    private final Visiting visiting;
    private final Kinds kinds;
    private final Notice notice;

    Reception(Visiting visiting, Kinds kinds, Notice notice) {
        this.visiting = visiting;
        this.kinds = kinds;
        this.notice = notice;
    }

    /** Which edition somebody read, and what they answered to it. */
    record Sent(String edition, Map<String, String> values) {}

    /** What was filled in, without errors where it was taken. */
    Filled take(Visiting.Open open, String language, Sent sent, Supplier<Guard.Pass> guard) {
        var content = open.edition().content();
        var filled = visiting.fill(content, language, sent.values());
        var unasked = sent.values().keySet().stream()
                .filter(name -> content.field(name).isEmpty())
                .sorted()
                .toList();
        var unknown = unasked.stream()
                .filter(name -> !open.lost().fields().contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            return filled.wrong("", "forms.unknownField", Shortened.of(unknown.get()));
        }
        if (!unasked.isEmpty()) {
            return lost(filled, unasked);
        }
        if (!sent.edition().equals(String.valueOf(open.edition().number()))) {
            return filled.wrong("", "forms.changed");
        }
        var plan = open.form().plan();
        var obstacle = kinds.destination(plan.kind())
                .flatMap(one -> one.obstacle(plan.handling().target()));
        if (obstacle.isPresent()) {
            return filled.wrong(
                    "", obstacle.get().key(), obstacle.get().arguments().toArray());
        }
        return filled.isRight() ? guarded(open, language, filled, guard) : filled;
    }

    /** Whoever reads the page sees what it asks by now; a program is told the fields, since it sees none. */
    private static Filled lost(Filled filled, List<String> names) {
        var wrong = filled.wrong("", "forms.changed");
        for (var name : names) {
            wrong = wrong.wrong(name, "forms.unknownField", name);
        }
        return wrong;
    }

    private Filled guarded(Visiting.Open open, String language, Filled filled, Supplier<Guard.Pass> guard) {
        try {
            var pass = guard.get();
            return visiting.receive(open, language, filled, pass) ? filled : filled.wrong("", "forms.changed");
        } catch (Problem.Invalid refused) {
            return filled.wrong(Guard.FIELD, refused.key(), refused.arguments());
        }
    }

    /** What browsers say of where a form was sent from must be this house, or a site that the form is for. */
    static void mustBeWelcome(HttpServletRequest request, Form form) {
        var origin = request.getHeader("Origin");
        if (origin != null
                && !origin.equals(own(request))
                && !form.plan().sites().contains(origin)) {
            throw Problem.notAllowed("forms.origin");
        }
    }

    private static String own(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }

    /** Whether another module goes on with what comes by it. */
    boolean leadsOn(Form form) {
        return kinds.destination(form.plan().kind()).isPresent();
    }

    FormPage page(Visiting.Open open, String language, Filled filled, FormPage.Look look) {
        var shown = shown(open.edition().content(), open.edition().number(), language);
        return new FormPage(open.form(), shown, filled.values(), filled.errors(), look, !open.isOpen());
    }

    /** With the purposes for which it asks, as the notice calls them. */
    FormPage.Shown shown(Content content, int number, String language) {
        var declared = notice.inForce();
        var purposes = content.fields().stream()
                .map(field -> field.bound().purpose())
                .distinct()
                .flatMap(id -> declared.purpose(id).stream())
                .map(DeclaredPurpose::name)
                .toList();
        return new FormPage.Shown(content, number, language, purposes);
    }
}

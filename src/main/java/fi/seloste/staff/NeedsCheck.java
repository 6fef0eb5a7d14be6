package fi.seloste.staff;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.store.Purpose;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Makes {@link Needs} true for every handler; one that says nothing is closed. */
final class NeedsCheck implements HandlerInterceptor {

    static final String PURPOSE = NeedsCheck.class.getName() + ".purpose";

    /** The frame's own handlers and the libraries' stand below this floor and hold nobody's data. */
    private static final List<String> BELOW = List.of("fi.seloste.ui.", "org.springframework.", "org.springdoc.");

    private final Supplier<OpenPurposes> open;

    NeedsCheck(Supplier<OpenPurposes> open) {
        this.open = open;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || isBelow(method.getBeanType())) {
            return true;
        }
        if (find(method, Public.class).isPresent()) {
            return true;
        }
        var caller = Callers.of(request).orElseThrow(() -> Problem.notAllowed("staff.refused.signedOut"));
        if (find(method, Anybody.class).isPresent() && caller instanceof SignedIn) {
            return true;
        }
        var needs = find(method, Needs.class).orElseThrow(() -> Problem.notAllowed("staff.refused.undeclared"));
        request.setAttribute(PURPOSE, purpose(needs, caller, request));
        return true;
    }

    static boolean isBelow(Class<?> type) {
        return BELOW.stream().anyMatch(type.getName()::startsWith);
    }

    static <A extends Annotation> Optional<A> find(HandlerMethod method, Class<A> kind) {
        var own = Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), kind));
        return own.isPresent() || hasOther(method)
                ? own
                : Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), kind));
    }

    /** What a method says itself takes the place of what its class says. */
    private static boolean hasOther(HandlerMethod method) {
        return List.of(Public.class, Anybody.class, Needs.class).stream()
                .anyMatch(kind -> AnnotatedElementUtils.isAnnotated(method.getMethod(), kind));
    }

    private Purpose purpose(Needs needs, Caller caller, HttpServletRequest request) {
        var chosen = needs.chosen() ? chosen(request) : null;
        var allowed = chosen == null ? Arrays.asList(needs.purpose()) : List.of(chosen);
        var held = allowed.stream()
                .filter(purpose -> caller.permissions().may(purpose, needs.action()))
                .toList();
        if (held.isEmpty()) {
            throw Problem.notAllowed(
                    caller instanceof Bearer ? "staff.refused.token" : "staff.refused.permission",
                    allowed.getFirst().code(),
                    needs.action().code());
        }
        var working = held.stream()
                .filter(open.get()::isOpen)
                .findFirst()
                .orElseThrow(() ->
                        Problem.notAllowed("staff.refused.off", held.getFirst().code()));
        refuseLess(needs, caller.permissions(), working);
        return working;
    }

    /** Requests, retention and the house itself are nobody's own: there a scope has no meaning but everybody. */
    private static void refuseLess(Needs needs, Permissions permissions, Purpose held) {
        boolean whole = needs.whole() || !held.isOfStaff();
        if (whole && !permissions.mayWhole(held, needs.action())) {
            throw Problem.notAllowed(
                    "staff.refused.scope", held.code(), needs.action().code());
        }
    }

    private static @Nullable Purpose chosen(HttpServletRequest request) {
        var header = request.getHeader("Seloste-Purpose");
        var named = header != null ? header : request.getParameter("as");
        if (named == null || named.isBlank()) {
            return null;
        }
        return Purpose.ofStaff().stream()
                .filter(purpose -> purpose.code().equals(named.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("Seloste-Purpose", "staff.purpose.notHere", Shortened.of(named)));
    }
}

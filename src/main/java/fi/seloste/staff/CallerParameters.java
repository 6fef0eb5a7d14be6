package fi.seloste.staff;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.store.Purpose;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a handler who calls, what the caller may do, and the purpose it works in. */
final class CallerParameters implements HandlerMethodArgumentResolver {

    private static final Set<Class<?>> TYPES =
            Set.of(Actor.class, Caller.class, SignedIn.class, Bearer.class, Permissions.class, Purpose.class);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType()) && parameter.getParameterAnnotations().length == 0;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("no request");
        }
        var type = parameter.getParameterType();
        if (type == Purpose.class) {
            return purpose(request, parameter);
        }
        var caller = Callers.of(request).orElseThrow(() -> Problem.notAllowed("staff.refused.signedOut"));
        if (type == Actor.class) {
            return caller.actor();
        }
        if (type == Permissions.class) {
            return caller.permissions();
        }
        if (!type.isInstance(caller)) {
            throw Problem.notAllowed("staff.refused.signedOut");
        }
        return caller;
    }

    private static Purpose purpose(HttpServletRequest request, MethodParameter parameter) {
        if (request.getAttribute(NeedsCheck.PURPOSE) instanceof Purpose purpose) {
            return purpose;
        }
        throw new IllegalStateException(parameter.getMethod() + " takes a purpose and declares none with @Needs");
    }
}

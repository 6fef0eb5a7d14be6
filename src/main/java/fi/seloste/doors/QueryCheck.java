package fi.seloste.doors;

import fi.seloste.base.Problem;
import fi.seloste.base.Signs;
import fi.seloste.ui.Query;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.TreeSet;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Looks through what addresses and forms say. A word that a call does not know is refused to programs: with a misspelt condition they
 * would get everybody, and believe it to be somebody.
 */
final class QueryCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (Imprint.isMultipart(request)) {
            return true; // taken apart by the handler that wants it
        }
        var given = request.getParameterMap();
        given.forEach((name, values) -> {
            if (Signs.unkeepable(name) || Arrays.stream(values).anyMatch(Signs::unkeepable)) {
                var shown = Signs.unkeepable(name) ? "?" : name;
                throw Problem.invalid(shown, "value.text.sign", shown);
            }
        });
        if (handler instanceof HandlerMethod method && request.getRequestURI().startsWith("/api/v1/")) {
            refuseUnknown(given.keySet(), method);
        }
        return true;
    }

    private static void refuseUnknown(Iterable<String> given, HandlerMethod method) {
        var known = known(method);
        for (var name : given) {
            if (!known.contains(name) && !name.equals("lang") && !name.equals("as")) {
                throw known.isEmpty()
                        ? Problem.invalid(name, "api.query.none", name)
                        : Problem.invalid(name, "api.query.unknown", name, String.join(", ", known));
            }
        }
    }

    /** The words that a call knows: named one by one, or by what it says of a query that it takes as a whole. */
    static TreeSet<String> known(HandlerMethod method) {
        var known = new TreeSet<String>();
        var query = method.getMethodAnnotation(Query.class);
        if (query != null) {
            known.addAll(Arrays.asList(query.value()));
        }
        for (var parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)
                    && !java.util.Map.class.isAssignableFrom(parameter.getParameterType())) {
                known.add(String.valueOf(parameter.getParameter().getName()));
            }
        }
        return known;
    }

    /** After the question who may come in. */
    @Configuration(proxyBeanMethods = false)
    static class AtEveryDoor implements WebMvcConfigurer {

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new QueryCheck()).order(1);
        }
    }
}

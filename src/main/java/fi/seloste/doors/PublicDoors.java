package fi.seloste.doors;

import fi.seloste.staff.Doors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The doors that nobody has to sign in for, gathered from the handlers that say so: there is no second list to forget. */
@Component
@ConditionalOnWebApplication
class PublicDoors {

    private static final String ATTRIBUTE = PublicDoors.class.getName();

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private volatile @Nullable List<Door> doors;

    PublicDoors(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    boolean isPublic(HttpServletRequest request) {
        return find(request).isPresent();
    }

    boolean isIntake(HttpServletRequest request) {
        return find(request).filter(door -> door.said().intake()).isPresent();
    }

    /** The door this request goes to; looked for once a request, since pixels come by the ten thousand. */
    Optional<Door> find(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Optional<?> known) {
            return known.map(Door.class::cast);
        }
        var path = PathContainer.parsePath(request.getRequestURI());
        var found = doors().stream()
                .filter(door -> door.leadsTo(request.getMethod(), path))
                .findFirst();
        request.setAttribute(ATTRIBUTE, found);
        return found;
    }

    private List<Door> doors() {
        var known = doors;
        if (known == null) {
            known = gathered();
            doors = known;
        }
        return known;
    }

    private List<Door> gathered() {
        var found = new ArrayList<Door>();
        var parser = new PathPatternParser();
        handlers.getObject()
                .getHandlerMethods()
                .forEach((mapping, method) -> Doors.open(method)
                        .ifPresent(said -> mapping.getPatternValues()
                                .forEach(pattern -> found.add(new Door(
                                        mapping.getMethodsCondition().getMethods(), parser.parse(pattern), said)))));
        return List.copyOf(found);
    }

    record Door(Set<RequestMethod> methods, PathPattern pattern, Doors.Open said) {

        boolean leadsTo(String method, PathContainer path) {
            return isFor(method) && pattern.matches(path);
        }

        // Who may GET may ask for the HEAD; browsers of other sites ask by OPTIONS first.
        private boolean isFor(String method) {
            return methods.isEmpty()
                    || method.equals("OPTIONS")
                    || methods.stream().anyMatch(m -> m.name().equals(method.equals("HEAD") ? "GET" : method));
        }
    }
}

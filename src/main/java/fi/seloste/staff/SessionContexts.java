package fi.seloste.staff;

import fi.seloste.staff.OpenSessions.Found;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Who signed in, read from our own sessions; the database is asked once a request, and only by a request that wants to know. */
@Component
class SessionContexts implements SecurityContextRepository {

    private static final String ATTRIBUTE = SessionContexts.class.getName();

    private final OpenSessions sessions;

    SessionContexts(OpenSessions sessions) {
        this.sessions = sessions;
    }

    /** The session of the request, also one that waits for its second factor. */
    Optional<Found> found(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Asked asked) {
            return Optional.ofNullable(asked.found());
        }
        var found = SessionCookie.read(request).flatMap(sessions::find);
        request.setAttribute(ATTRIBUTE, new Asked(found.orElse(null)));
        return found;
    }

    Optional<SignedIn> signedIn(HttpServletRequest request) {
        return found(request)
                .filter(found -> !found.session().awaitsFactor())
                .map(found -> new SignedIn(found.account(), found.permissions(), found.session()));
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // A session is opened by signing in and by nothing else.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return SessionCookie.read(request).isPresent();
    }

    private SecurityContext context(HttpServletRequest request) {
        return signedIn(request)
                .<SecurityContext>map(viewer -> new SecurityContextImpl(new CallerAuthentication(viewer)))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    private record Asked(@Nullable Found found) {}

    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            return context(request);
        }

        @Override
        public boolean isGenerated() {
            return signedIn(request).isEmpty();
        }
    }
}

package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.staff.SignIn.Outcome;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets in whom another module has recognised, under the rules that hold for whoever knows a password. */
@Component
public class FrontDoor {

    private final SignIn signIn;
    private final SessionContexts sessions;
    private final Guards guards;
    private final Purposes purposes;
    private final Where where;

    FrontDoor(SignIn signIn, SessionContexts sessions, Guards guards, Purposes purposes, Where where) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.guards = guards;
        this.purposes = purposes;
        this.where = where;
    }

    /** Counts a try of this caller's; says from when the next one is judged, if there were too many. */
    public Optional<Instant> tooEarly(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        return purposes.as(Purpose.TECHNICAL, () -> guards.throttle().take(Throttle.Kind.ADDRESS, address));
    }

    /** The try came to something: it is not counted any more. */
    public void right(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        purposes.as(Purpose.TECHNICAL, () -> guards.throttle().refund(Throttle.Kind.ADDRESS, address));
    }

    /** Opens a session and leads on, by way of the second factor where the account has one; nothing for a closed account. */
    public Optional<Redirect> letIn(
            AccountId account, @Nullable String next, HttpServletRequest request, HttpServletResponse response) {
        if (!(signIn.withDirectory(account, where.from(request)) instanceof Outcome.In in)) {
            return Optional.empty();
        }
        return Optional.of(SignInPages.goIn(in, Next.of(next), request, response));
    }

    /** Who is signed in by this browser. */
    public Optional<SignedIn> viewer(HttpServletRequest request) {
        return sessions.signedIn(request);
    }

    /** Scheme, host and port under which this browser sees the house. */
    public String origin(HttpServletRequest request) {
        return where.origin(request);
    }

    /** A page of this house to which somebody wants to go, whatever was asked for. */
    public static String next(@Nullable String wanted) {
        return Next.of(wanted);
    }
}

package fi.seloste.staff;

import fi.seloste.base.Problem;
import fi.seloste.store.Purpose;
import jakarta.servlet.http.HttpServletRequest;

/** Who looks and in which purpose the handler works, for parameters that higher floors make of them. */
public record Standpoint(SignedIn viewer, Purpose purpose) {

    public static Standpoint of(HttpServletRequest request) {
        if (Callers.of(request).orElse(null) instanceof SignedIn viewer
                && request.getAttribute(NeedsCheck.PURPOSE) instanceof Purpose purpose) {
            return new Standpoint(viewer, purpose);
        }
        throw Problem.notAllowed("staff.refused.signedOut");
    }
}

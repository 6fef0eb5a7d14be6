package fi.seloste.staff;

import java.util.List;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;

/** Reads what handlers say about who may come in. */
public final class Doors {

    private Doors() {}

    /** What a handler says of itself when nobody has to sign in for it. */
    public record Open(boolean intake, int perSecond) {}

    public static Optional<Open> open(HandlerMethod method) {
        if (method.getBeanType().getName().startsWith("fi.seloste.ui.")) {
            return Optional.of(new Open(false, 0));
        }
        return NeedsCheck.find(method, Public.class).map(said -> new Open(said.intake(), said.perSecond()));
    }

    /** What a handler asks of its caller; empty where nobody has to sign in for it. */
    public static Optional<Needs> needs(HandlerMethod method) {
        return open(method).isPresent() ? Optional.empty() : NeedsCheck.find(method, Needs.class);
    }

    /** Whether a handler says who may come in; one that does not is closed. */
    public static boolean isDeclared(HandlerMethod method) {
        return NeedsCheck.isBelow(method.getBeanType())
                || List.of(Public.class, Anybody.class, Needs.class).stream()
                        .anyMatch(kind -> NeedsCheck.find(method, kind).isPresent());
    }
}

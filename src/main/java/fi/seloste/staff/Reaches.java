package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * How far the running call reaches, from the permission of its caller in the running purpose. A job, the person's own pages and the
 * purposes behind the scenes have no caller of staff, and are held by other rules.
 */
@Component
public class Reaches {

    private final Teams teams;
    private final Purposes purposes;

    Reaches(Teams teams, Purposes purposes) {
        this.teams = teams;
        this.purposes = purposes;
    }

    public Reach of(Action action) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known) {
            var running = purposes.running();
            if (running.isOfStaff()) {
                return of(known.caller(), scope(known.caller().permissions(), running, action));
            }
        }
        return Reach.EVERYBODY;
    }

    /** A door that was opened for another purpose reaches here as far as the caller reaches anywhere. */
    private static Scope scope(Permissions permissions, Purpose running, Action action) {
        return permissions.scope(running, action).or(() -> widest(permissions)).orElse(Scope.ALL);
    }

    private static Optional<Scope> widest(Permissions permissions) {
        return permissions.held().stream()
                .filter(one -> one.purpose().isOfStaff())
                .map(Permission::scope)
                .max(Comparator.naturalOrder());
    }

    private Reach of(Caller caller, Scope scope) {
        var self = caller.self();
        return switch (scope) {
            case ALL -> Reach.EVERYBODY;
            case OWN -> new Reach(self == null ? Set.<AccountId>of() : Set.of(self), self);
            case TEAM -> new Reach(self == null ? Set.<AccountId>of() : teams.mates(self), self);
        };
    }
}

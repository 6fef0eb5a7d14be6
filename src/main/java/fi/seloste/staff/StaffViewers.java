package fi.seloste.staff;

import fi.seloste.store.Purpose;
import fi.seloste.ui.Viewer;
import fi.seloste.ui.Viewers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the frame who is looking. */
@Component
class StaffViewers implements Viewers {

    private final SessionContexts sessions;
    private final ObjectProvider<OpenPurposes> open;

    StaffViewers(SessionContexts sessions, ObjectProvider<OpenPurposes> open) {
        this.sessions = sessions;
        this.open = open;
    }

    @Override
    public Viewer of(HttpServletRequest request) {
        return sessions.signedIn(request).<Viewer>map(this::viewer).orElseGet(Viewer::nobody);
    }

    private StaffViewer viewer(SignedIn signedIn) {
        return new StaffViewer(signedIn, open.getIfAvailable(() -> purpose -> true));
    }

    /** A permission is written {@code support} (to see), {@code support:change}, or {@code support:change:all} for what meets everybody. */
    record StaffViewer(SignedIn signedInAs, OpenPurposes open) implements Viewer {

        @Override
        public boolean signedIn() {
            return true;
        }

        @Override
        public String name() {
            return signedInAs.account().name();
        }

        @Override
        public Locale locale() {
            return signedInAs.locale();
        }

        @Override
        public ZoneId zone() {
            return signedInAs.zone();
        }

        @Override
        public boolean may(String permission) {
            var parts = permission.split(":", 3);
            var purpose = Purpose.of(parts[0]);
            var action = parts.length == 1 ? Action.SEE : Action.of(parts[1]);
            boolean whole = parts.length == 3 || !purpose.isOfStaff();
            boolean held = whole
                    ? signedInAs.permissions().mayWhole(purpose, action)
                    : signedInAs.permissions().may(purpose, action);
            return held && open.isOpen(purpose);
        }
    }
}

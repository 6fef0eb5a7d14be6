package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Preferred;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers language and theme for whoever chose them while signed in. */
@Component
class Preferences {

    private final Accounts accounts;
    private final Purposes purposes;

    Preferences(Accounts accounts, Purposes purposes) {
        this.accounts = accounts;
        this.purposes = purposes;
    }

    @EventListener
    void remember(Preferred preferred) {
        if (preferred.viewer() instanceof StaffViewers.StaffViewer viewer) {
            purposes.as(Purpose.TECHNICAL, () -> change(viewer.signedInAs().id(), preferred));
        }
    }

    private void change(AccountId id, Preferred preferred) {
        var now = accounts.get(id);
        var language = preferred.language() == null ? now.language() : preferred.language();
        var theme = preferred.theme() == null ? now.theme() : preferred.theme().isEmpty() ? null : preferred.theme();
        accounts.change(new Account(
                now.id(),
                now.version(),
                now.email(),
                now.name(),
                language,
                now.zone(),
                theme,
                now.createdAt(),
                now.disabledAt()));
    }
}

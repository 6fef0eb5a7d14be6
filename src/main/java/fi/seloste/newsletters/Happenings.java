package fi.seloste.newsletters;

import fi.seloste.consents.Consent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes on the timeline that a subscription began or ended, by whatever door: the link of a letter, the card, a request, a ban. */
@Component
class Happenings {

    private final Preferences preferences;

    Happenings(Preferences preferences) {
        this.preferences = preferences;
    }

    @EventListener
    void agreed(Consent.Agreed event) {
        if (!event.aim().topic().isEmpty()) {
            preferences.note(event.person(), event.aim().topic(), "subscribed");
        }
    }

    @EventListener
    void withdrawn(Consent.Withdrawn event) {
        preferences.noteEnded(event.consents());
    }
}

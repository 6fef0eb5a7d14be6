package fi.seloste.flows;

import fi.seloste.consents.Consent;
import fi.seloste.forms.Form;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what begins flows, in the transaction in which it happens. */
@Component
class Hearing {

    private final Passages passages;
    private final Clock clock;

    Hearing(Passages passages, Clock clock) {
        this.passages = passages;
        this.clock = clock;
    }

    /** Somebody confirmed a newsletter, by whatever door. */
    @EventListener
    void agreed(Consent.Agreed event) {
        if (!event.aim().topic().isEmpty()) {
            passages.happened(
                    new Trigger(Trigger.Kind.NEWSLETTER, event.aim().topic()), event.person(), clock.instant());
        }
    }

    /** Only where the address has answered: anybody can type anybody's address into a form. */
    @EventListener
    void submitted(Form.Submitted event) {
        if (event.proven()) {
            passages.happened(new Trigger(Trigger.Kind.FORM, event.form().toString()), event.person(), clock.instant());
        }
    }
}

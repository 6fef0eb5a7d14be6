package fi.seloste.webhooks;

import static fi.seloste.webhooks.Happening.FORM_SUBMITTED;
import static fi.seloste.webhooks.Happening.IMPORT_COMMITTED;
import static fi.seloste.webhooks.Happening.IMPORT_UNDONE;
import static fi.seloste.webhooks.Happening.ORGANISATION_ADDED;
import static fi.seloste.webhooks.Happening.ORGANISATION_CHANGED;
import static fi.seloste.webhooks.Happening.ORGANISATION_MERGED;
import static fi.seloste.webhooks.Happening.PERSON_ADDED;
import static fi.seloste.webhooks.Happening.PERSON_BANNED;
import static fi.seloste.webhooks.Happening.PERSON_BAN_LIFTED;
import static fi.seloste.webhooks.Happening.PERSON_CHANGED;
import static fi.seloste.webhooks.Happening.PERSON_ERASED;
import static fi.seloste.webhooks.Happening.PERSON_MERGED;
import static fi.seloste.webhooks.Happening.PERSON_RELEASED;
import static fi.seloste.webhooks.Happening.PERSON_RESTRICTED;
import static fi.seloste.webhooks.Happening.REQUEST_ENDED;
import static fi.seloste.webhooks.Happening.REQUEST_RECEIVED;

import fi.seloste.datamap.Erased;
import fi.seloste.forms.Form;
import fi.seloste.imports.Import;
import fi.seloste.register.Organisation;
import fi.seloste.register.Person;
import fi.seloste.rights.Request;
import fi.seloste.store.Jobs;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what happens in the house, in the transaction in which it happens: what is rolled back was never told. */
@Component
class Hearing {

    private final Deliveries deliveries;
    private final Jobs jobs;
    private final Clock clock;

    Hearing(Deliveries deliveries, Jobs jobs, Clock clock) {
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void added(Person.Added event) {
        tell(PERSON_ADDED, event.person().value());
    }

    @EventListener
    void changed(Person.Changed event) {
        tell(PERSON_CHANGED, event.person().value());
    }

    @EventListener
    void moved(Person.Moved event) {
        tell(PERSON_CHANGED, event.person().value());
    }

    /** Of the one that is gone; asked for, its id leads to the one that was kept. */
    @EventListener
    void merged(Person.Merged event) {
        tell(PERSON_MERGED, event.gone().value());
    }

    @EventListener
    void parted(Person.Parted event) {
        tell(PERSON_ADDED, event.other().value());
    }

    @EventListener
    void banned(Person.Banned event) {
        tell(PERSON_BANNED, event.person().value());
    }

    @EventListener
    void banLifted(Person.BanLifted event) {
        tell(PERSON_BAN_LIFTED, event.person().value());
    }

    @EventListener
    void restricted(Person.Restricted event) {
        tell(PERSON_RESTRICTED, event.person().value());
    }

    @EventListener
    void released(Person.Released event) {
        tell(PERSON_RELEASED, event.person().value());
    }

    @EventListener
    void erased(Erased event) {
        tell(PERSON_ERASED, event.people());
    }

    @EventListener
    void added(Organisation.Added event) {
        tell(ORGANISATION_ADDED, event.organisation().value());
    }

    @EventListener
    void changed(Organisation.Changed event) {
        tell(ORGANISATION_CHANGED, event.organisation().value());
    }

    @EventListener
    void merged(Organisation.Merged event) {
        tell(ORGANISATION_MERGED, event.gone().value());
    }

    @EventListener
    void committed(Import.Committed event) {
        tell(IMPORT_COMMITTED, event.id().value());
    }

    @EventListener
    void undone(Import.Undone event) {
        tell(IMPORT_UNDONE, event.id().value());
    }

    @EventListener
    void opened(Request.Opened event) {
        tell(REQUEST_RECEIVED, event.request().value());
    }

    @EventListener
    void ended(Request.Ended event) {
        tell(REQUEST_ENDED, event.request().value());
    }

    @EventListener
    void submitted(Form.Submitted event) {
        tell(FORM_SUBMITTED, event.submission());
    }

    private void tell(Happening event, UUID object) {
        tell(event, List.of(object));
    }

    private void tell(Happening event, Collection<UUID> objects) {
        deliveries.tell(event, clock.instant(), objects).forEach(id -> jobs.later(DeliveryJob.NAME, id.toString()));
    }
}

package fi.seloste.mailbox;

import fi.seloste.store.Job;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells those above that a message came, after it was kept; and again, where one of them could not take it. */
@Component
class Telling implements Job {

    static final String JOB = "mail-arrived";

    private final Messages messages;
    private final Purposes purposes;
    private final ApplicationEventPublisher events;

    Telling(Messages messages, Purposes purposes, ApplicationEventPublisher events) {
        this.messages = messages;
        this.purposes = purposes;
        this.events = events;
    }

    @Override
    public String name() {
        return JOB;
    }

    /** A message that was erased in the meantime has no box any more, and nobody takes it. */
    @Override
    public void run(String instance) {
        var id = UUID.fromString(instance);
        var box = purposes.apart(Purpose.TECHNICAL, () -> messages.boxOf(id));
        events.publishEvent(new Message.Arrived(id, box));
    }
}

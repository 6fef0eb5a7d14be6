package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.mailbox.Mailbox;
import org.springframework.stereotype.Component;

/** Messages and files that came with a request: once it is known whose it is, they are that person's, to be copied and erased with the rest. */
@Component
class Papers {

    private final Arrivals arrivals;
    private final Enclosures enclosures;
    private final Mailbox mailbox;

    Papers(Arrivals arrivals, Enclosures enclosures, Mailbox mailbox) {
        this.arrivals = arrivals;
        this.enclosures = enclosures;
        this.mailbox = mailbox;
    }

    void belongTo(Request request, PersonId person) {
        arrivals.ofRequest(request.id()).forEach(arrival -> mailbox.belongsTo(arrival.message(), person));
        enclosures.belongTo(request.id(), person);
    }
}

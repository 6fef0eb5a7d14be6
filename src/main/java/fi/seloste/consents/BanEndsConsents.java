package fi.seloste.consents;

import fi.seloste.base.Actor;
import fi.seloste.register.Person;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever bans marketing has no more consents for it either: were they left standing, lifting the ban later would bring back what the person
 * has said no to. In the transaction of the ban, whatever purpose runs it.
 */
@Component
class BanEndsConsents {

    private final Consents consents;

    BanEndsConsents(Consents consents) {
        this.consents = consents;
    }

    @EventListener
    void banned(Person.Banned event) {
        consents.endedByBan(event.person(), Actor.system("ban"));
    }
}

package fi.seloste.demo;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;

/** Who works at the made-up company. */
record Crew(Mate aino, Mate tuomas, Mate oskar, Mate jenny, Mate salla, Mate sirpa) {

    record Mate(AccountId id, String name) {

        Actor actor() {
            return Actor.staff(id, name);
        }
    }
}

package fi.seloste.cards;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.register.Ability;
import fi.seloste.staff.Standpoint;
import fi.seloste.store.Purpose;
import java.util.Locale;
import java.util.Set;

/** Who writes somebody new down, in which purpose, and what this purpose may do. */
record Newly(Standpoint standpoint, Set<Ability> abilities, String as) {

    Purpose purpose() {
        return standpoint.purpose();
    }

    Actor actor() {
        return standpoint.viewer().actor();
    }

    Locale locale() {
        return standpoint.viewer().locale();
    }

    String with(String url) {
        return as.isBlank()
                ? url
                : url + (url.contains("?") ? "&" : "?") + "as=" + purpose().code();
    }

    void must(Ability ability) {
        if (!abilities.contains(ability)) {
            throw Problem.notAllowed("cards.notIn.person", purpose().code());
        }
    }
}

package fi.seloste.register;

import fi.seloste.base.Problem;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every change of something that belongs to a person or an organisation does to the one it belongs to. */
@Component
class Parties {

    private final People people;
    private final Organisations organisations;
    private final Index index;

    Parties(People people, Organisations organisations, Index index) {
        this.people = people;
        this.organisations = organisations;
        this.index = index;
    }

    /** The next version, and the words for searching anew. */
    void touch(Party party, Instant at) {
        if (party.person() != null) {
            if (!people.set(party.person(), Map.of(), null, at)) {
                throw Problem.notFound("person");
            }
            index.person(party.person());
        } else if (party.organisation() != null) {
            var organisation =
                    organisations.find(party.organisation()).orElseThrow(() -> Problem.notFound("organisation"));
            organisations.set(organisation.id(), Map.of(), null, at);
            index.organisation(organisation);
        }
    }
}

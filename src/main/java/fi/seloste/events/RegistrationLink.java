package fi.seloste.events;

import fi.seloste.base.PersonId;
import fi.seloste.marketing.OwnLink;
import fi.seloste.store.PublicAddress;
import org.springframework.stereotype.Component;

/** The page of an event in a campaign's message leads each reader to the form with their own name filled in. */
@Component
class RegistrationLink implements OwnLink {

    private final Passes passes;
    private final PublicAddress house;

    RegistrationLink(Passes passes, PublicAddress house) {
        this.passes = passes;
        this.house = house;
    }

    @Override
    public String beginning() {
        return house.of("/e/");
    }

    @Override
    public String of(String name, PersonId reader) {
        return house.of("/e/" + name + "/for/" + passes.ofGuest(name, reader));
    }
}

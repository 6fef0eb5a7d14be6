package fi.seloste.consents;

import fi.seloste.register.Lamp;
import fi.seloste.register.LampSource;
import fi.seloste.register.Person;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lights the lamp of marketing for whoever agreed to it, where the page is read in a purpose that may know. */
@Component
class ConsentLamp implements LampSource {

    private final Consents consents;
    private final ConsentPurposes declared;
    private final Purposes purposes;

    ConsentLamp(Consents consents, ConsentPurposes declared, Purposes purposes) {
        this.consents = consents;
        this.declared = declared;
        this.purposes = purposes;
    }

    @Override
    public @Nullable Lamp lamp(Person person) {
        if (purposes.running() != Purpose.MARKETING && purposes.running() != Purpose.RIGHTS) {
            return null;
        }
        var marketing = declared.ofWriting();
        return consents.standing(person.id()).stream()
                .filter(one -> marketing.contains(one.aim().purpose()))
                .findFirst()
                .map(ConsentLamp::agreed)
                .orElse(null);
    }

    private static Lamp agreed(Consent one) {
        var topic = one.aim().topic();
        return topic.isEmpty()
                ? Lamp.of(
                        Lamp.Kind.MARKETING,
                        Lamp.State.ALLOWED,
                        "consents.lamp.whole",
                        one.given().at())
                : Lamp.of(
                        Lamp.Kind.MARKETING,
                        Lamp.State.ALLOWED,
                        "consents.lamp",
                        topic,
                        one.given().at());
    }
}

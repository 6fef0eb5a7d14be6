package fi.seloste.responses;

import fi.seloste.register.Lamp;
import fi.seloste.register.LampSource;
import fi.seloste.register.Person;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lights the lamp of opens and clicks by what decides it when a message leaves and when something comes back. */
@Component
class ResponseLamp implements LampSource {

    private final Ground ground;
    private final Purposes purposes;

    ResponseLamp(Ground ground, Purposes purposes) {
        this.ground = ground;
        this.purposes = purposes;
    }

    @Override
    public @Nullable Lamp lamp(Person person) {
        var now = ground.now();
        if (now.isDeclared() && !person.standing().isFree()) {
            return lamp(Lamp.State.REFUSED, "responses.lamp.refused");
        }
        return switch (now.basis()) {
            case CONSENT -> consented(person, now.purpose());
            case INTEREST -> lamp(Lamp.State.ALLOWED, "responses.lamp.interest");
            case NONE -> lamp(Lamp.State.NEEDS_BASIS, "responses.lamp.counted");
            case UNDECLARED -> lamp(Lamp.State.NEEDS_BASIS, "responses.lamp.undeclared");
        };
    }

    /** The purpose of customer relations does not know of consents, and says nothing. */
    private @Nullable Lamp consented(Person person, String purpose) {
        if (purposes.running() != Purpose.MARKETING && purposes.running() != Purpose.RIGHTS) {
            return null;
        }
        var consent = ground.consent(person.id(), purpose);
        return consent == null
                ? lamp(Lamp.State.NEEDS_BASIS, "responses.lamp.counted")
                : lamp(
                        Lamp.State.ALLOWED,
                        "responses.lamp.consented",
                        consent.given().at());
    }

    private static Lamp lamp(Lamp.State state, String sentence, Object... words) {
        return Lamp.of(Lamp.Kind.TRACKING, state, sentence, words);
    }
}

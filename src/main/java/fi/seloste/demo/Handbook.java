package fi.seloste.demo;

import fi.seloste.instructions.Instructions;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Two instructions for those who work at the company: one that most have read, and one of last week. */
@Component
@Profile("demo")
class Handbook implements Chapter {

    private static final String REGISTER = """
            The register holds what we need to serve our customers. These rules hold for everybody who opens it.

            - Look at people's data only when your work needs it. Each look is recorded with its purpose, and the person may ask to see it.
            - Write notes as if the person read them: facts about the matter, nothing about health, opinions or family.
            - Say where data came from. A list that we bought and a page on the web are sources too.
            - Send no lists by e-mail. Whoever needs one is given the purpose for it.
            - Somebody who asks about their data, or wants no more marketing, is helped at once: write the request down the same day.
            - Something went astray? Tell the privacy officer at once, also in the evening. The 72 hours run from when it is known.

            Your account is yours alone. Lock the screen when you leave, and never lend your passkey or password.""";

    private static final String CALLS = """
            People call and ask what we know about them or a colleague of theirs. A voice proves nothing.

            - Say nothing about anybody before you know who is calling.
            - Call back at the number on file, or send a code to the address in the register.
            - An authority writes: no data are given on the telephone. Pass the call to the privacy officer.
            - In doubt, take the number and say that we call back.""";

    private final Instructions instructions;
    private final Staff staff;

    Handbook(Instructions instructions, Staff staff) {
        this.instructions = instructions;
        this.staff = staff;
    }

    @Override
    public void lay(Stage stage) {
        var crew = stage.crew;
        new Published(stage, 60, new Instructions.Wording("Handling customer data", REGISTER, List.of()))
                .readBy(crew.sirpa(), 59)
                .readBy(crew.aino(), 57)
                .readBy(crew.tuomas(), 55)
                .readBy(crew.salla(), 52)
                .readBy(crew.oskar(), 45);
        new Published(
                        stage,
                        8,
                        new Instructions.Wording(
                                "Who is calling? Identity on the telephone",
                                CALLS,
                                List.of(Purpose.CUSTOMER, Purpose.SUPPORT)))
                .readBy(crew.sirpa(), 7)
                .readBy(crew.salla(), 6);
    }

    /** An instruction of the story; nobody reads it before it is there. */
    private final class Published {

        private final Stage stage;
        private final AtomicReference<UUID> id = new AtomicReference<>();
        private final Instant at;

        Published(Stage stage, int daysAgo, Instructions.Wording wording) {
            this.stage = stage;
            this.at = stage.daysAgo(daysAgo);
            var sirpa = stage.crew.sirpa().actor();
            stage.apart(at, () -> id.set(instructions.publish(wording, sirpa)));
        }

        Published readBy(Crew.Mate mate, int daysAgo) {
            stage.apart(
                    stage.daysAgo(daysAgo, at), () -> instructions.acknowledge(id.get(), 1, staff.account(mate.id())));
            return this;
        }
    }
}

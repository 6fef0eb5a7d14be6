package fi.seloste.newsletters;

import fi.seloste.base.SecretLink;
import fi.seloste.store.Job;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks whoever reads an address whether they want what somebody asked for. The same letter goes to those we know and those we do not. */
@Component
class ConfirmationLetters implements Job {

    static final String JOB = "newsletter-confirmation";
    static final Duration LINK_LIVES = Duration.ofHours(48);

    /** Nobody's mailbox is filled by somebody else's asking. */
    static final int LETTERS_A_DAY = 3;

    private final SignUps signUps;
    private final Addressees addressees;
    private final Letters letters;
    private final Purposes purposes;
    private final Clock clock;

    ConfirmationLetters(SignUps signUps, Addressees addressees, Letters letters, Purposes purposes, Clock clock) {
        this.signUps = signUps;
        this.addressees = addressees;
        this.letters = letters;
        this.purposes = purposes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return JOB;
    }

    /** One that was written already is not found, so a second try writes nothing twice. */
    @Override
    public void run(String instance) {
        purposes.as(
                Purpose.RIGHTS,
                () -> signUps.unwritten(UUID.fromString(instance)).ifPresent(this::write));
    }

    private void write(SignUp asked) {
        var since = clock.instant().minus(Duration.ofDays(1));
        if (signUps.lettersSince(asked.who().canonical(), since) >= LETTERS_A_DAY) {
            signUps.remove(asked.id());
            return;
        }
        var whose = addressees.whose(asked.who().email(), null).map(Addressees.Reached::person);
        var link = SecretLink.made();
        signUps.written(asked.id(), link, LINK_LIVES, whose.orElse(null));
        letters.askToConfirm(asked, link.token(), whose.orElse(null));
    }
}

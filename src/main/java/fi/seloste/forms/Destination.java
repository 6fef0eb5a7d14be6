package fi.seloste.forms;

import fi.seloste.base.PersonId;
import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where forms of a kind lead that another module knows how to end, such as the sign-up to its newsletters. A bean of it makes the kind
 * choosable. The person has answered by the link in a letter before anything is handed over.
 */
public interface Destination {

    /** The code of the kind; its words are {@code forms.kind.CODE} and {@code forms.kind.CODE.what}. */
    String kind();

    /** What a form may lead to; asked outside any purpose. */
    List<Option> targets(Locale language);

    /** What keeps a form from leading there just now; empty where nothing does. Asked outside any purpose. */
    Optional<Said> obstacle(String target);

    /** Takes it over; asked again after a crash, with the same submission. What it refuses by a Problem is told to staff. */
    void take(Arrived arrived);

    /** What came, and whose it is. */
    record Arrived(UUID submission, String target, PersonId person, Mail mail, Map<String, String> answers) {

        public Arrived {
            answers = Map.copyOf(answers);
        }
    }

    /** The address that answered, when, and the language of the form. */
    record Mail(String address, String language, Instant confirmedAt) {}
}

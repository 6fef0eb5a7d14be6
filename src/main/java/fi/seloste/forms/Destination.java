package fi.seloste.forms;

import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where forms of a kind lead that another module knows how to end, such as the sign-up to its newsletters. A bean of it makes the kind choosable. The
 * module asks the address by itself and finds the person by itself: what is handed over is what a stranger typed, and nobody was looked up.
 */
public interface Destination {

    /** The code of the kind; its words are {@code forms.kind.CODE} and {@code forms.kind.CODE.what}. */
    String kind();

    /** What a form may lead to; asked outside any purpose. */
    List<Option> targets(Locale language);

    /** What keeps a form from leading there just now; empty where nothing does. Asked in the purpose of marketing or outside any. */
    Optional<Said> obstacle(String target);

    /** Fields that it knows what to do with; a form that asks for others would lose their answers, and is not published. */
    Set<Field.Kind> takes();

    /** Fields without whose answers it takes nothing; asked as {@link #obstacle} is. */
    Set<Field.Kind> needs(String target);

    /** For which purpose of the notice what is asked is used there, so that visitors are told it; empty where the usual one is right. */
    default Optional<String> purpose(String target) {
        return Optional.empty();
    }

    /** Takes it over, in a purpose of its own; asked again after a crash. What it refuses by a Problem stays here for staff. */
    void take(Arrived arrived);

    /** What came by which form's kind; answers are by the names of the fields. */
    record Arrived(UUID arrival, String target, Sender sender, Map<String, String> answers) {

        public Arrived {
            answers = Map.copyOf(answers);
        }
    }

    /** As it was typed. */
    record Sender(String name, String email, String language, Instant sentAt) {}
}

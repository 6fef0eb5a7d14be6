package fi.seloste.forms;

import fi.seloste.store.Ferry;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Forms as visitors see them. At which version a form stands is asked each time, for all who look at the same moment by one question; its words, which stay as
 * they are for as long as the version does, are read once.
 */
@Component
class OpenForms {

    private static final int REMEMBERED = 200;

    private final FormRecords records;
    private final Ferry<String, Optional<Visiting.Open>> looking;
    private final Remembered<State, Visiting.Open> known = new Remembered<>(REMEMBERED);

    OpenForms(FormRecords records, Purposes purposes) {
        this.records = records;
        this.looking = new Ferry<>(purposes, Purpose.SUBJECT, this::look);
    }

    /** Which form stands at an address, and how often it was changed. */
    record State(UUID id, int version) {}

    /** Empty where none was ever published there. */
    Optional<Visiting.Open> find(String slug) {
        return looking.take(slug);
    }

    private List<Optional<Visiting.Open>> look(List<String> slugs) {
        var states = records.states(slugs);
        return slugs.stream()
                .map(slug -> Optional.ofNullable(states.get(slug)).flatMap(this::open))
                .toList();
    }

    /** What changed between the two readings is asked for again the next time. */
    private Optional<Visiting.Open> open(State state) {
        return known.get(
                        state,
                        () -> records.find(state.id())
                                .filter(form -> form.version() == state.version())
                                .flatMap(this::read))
                .or(() -> records.find(state.id()).flatMap(this::read));
    }

    private Optional<Visiting.Open> read(Form form) {
        return Optional.ofNullable(form.course().edition())
                .flatMap(records::edition)
                .map(edition -> new Visiting.Open(form, edition));
    }
}

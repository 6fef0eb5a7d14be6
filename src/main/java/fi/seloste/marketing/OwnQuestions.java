package fi.seloste.marketing;

import fi.seloste.register.CustomField;
import fi.seloste.register.OwnFields;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What the fields of this company's own let one ask of people and of where they work, written {@code own:KEY}, or {@code own:KEY:how} for another question than whether
 * it is so. They come and go as the fields do; what a field was that is no more stays known by its key.
 */
@Component
class OwnQuestions {

    static final String PREFIX = "own:";

    private final OwnFields own;
    private final Purposes purposes;

    OwnQuestions(OwnFields own, Purposes purposes) {
        this.own = own;
        this.purposes = purposes;
    }

    List<Question> all() {
        return here(() -> {
            var all = new ArrayList<Question>();
            for (var holder : CustomField.Holder.values()) {
                own.of(holder)
                        .forEach(field ->
                                OwnQuestion.How.of(field.kind()).forEach(how -> all.add(new OwnQuestion(field, how))));
            }
            return List.copyOf(all);
        });
    }

    Optional<Question> find(String code) {
        if (!code.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var parts = code.substring(PREFIX.length()).split(":", -1);
        var word = parts.length == 1 ? "" : parts[1];
        if (parts.length > 2 || (parts.length == 2 && word.isEmpty())) {
            return Optional.empty();
        }
        return here(() -> {
            var field = own.byKey(parts[0]);
            return field.isPresent()
                    ? how(field.get().kind(), word).map(how -> new OwnQuestion(field.get(), how))
                    : own.retired(parts[0])
                            .flatMap(gone -> how(gone.kind(), word).map(how -> new RetiredQuestion(gone, how)));
        });
    }

    private static Optional<OwnQuestion.How> how(CustomField.Kind kind, String word) {
        return Arrays.stream(OwnQuestion.How.values())
                .filter(one -> one.word().equals(word) && one.asks(kind))
                .findFirst();
    }

    /** What fields are called is no secret of any purpose: it is looked up in the one that runs, since keeping counts by the same conditions. */
    private <T> T here(Supplier<T> work) {
        return purposes.isRunning() ? work.get() : purposes.as(Purpose.MARKETING, work);
    }
}

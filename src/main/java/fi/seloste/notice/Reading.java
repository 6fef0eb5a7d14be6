package fi.seloste.notice;

import fi.seloste.base.Problem;
import java.util.List;
import java.util.Optional;

/** What came of reading a file: a declaration, or the flaws that kept it from being one. */
public record Reading(Optional<Declaration> found, List<Flaw> flaws) {

    public Declaration declaration() {
        return found.orElseThrow(() -> {
            var first = flaws.getFirst();
            return Problem.invalid(
                    first.place().path(),
                    first.sentence().key(),
                    first.sentence().arguments().toArray());
        });
    }
}

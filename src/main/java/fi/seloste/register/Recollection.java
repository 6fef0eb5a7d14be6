package fi.seloste.register;

import fi.seloste.base.Problem;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Suppression;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Collecting an erased person again: what an employee writes down of one is asked about. */
@Component
class Recollection {

    private final Suppression suppression;
    private final Today today;

    Recollection(Suppression suppression, Today today) {
        this.suppression = suppression;
        this.today = today;
    }

    /** True where an employee said that the erased person gave the data; the database refuses the other sources by itself. */
    boolean isConfirmed(NewPerson person) {
        var source = person.origin().source();
        if (!source.isOfSubject() || source.isOwnAct()) {
            return false;
        }
        var erased = Stream.concat(
                        suppression.erasedAt(Fingerprint.Kind.EMAIL, person.values(ContactPoint.Kind.EMAIL)).stream(),
                        suppression.erasedAt(Fingerprint.Kind.PHONE, person.values(ContactPoint.Kind.PHONE)).stream())
                .max(Instant::compareTo);
        if (erased.isPresent() && !person.givenByPerson()) {
            throw Problem.conflict("register.recollection.ask", today.dayOf(erased.get()));
        }
        return erased.isPresent();
    }
}

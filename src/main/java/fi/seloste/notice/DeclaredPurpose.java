package fi.seloste.notice;

import fi.seloste.store.Purpose;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A purpose as the notice names it, and the purposes of the product it opens (GDPR Art. 5(1)(b), 13(1)(c)). */
public record DeclaredPurpose(
        String id, List<Purpose> uses, Wording wording, Justification justification, List<String> terms) {

    public DeclaredPurpose {
        uses = List.copyOf(uses);
        terms = List.copyOf(terms);
    }

    public record Wording(Text name, Text text) {}

    /**
     * Why it is lawful. {@code law} belongs to a legal obligation, {@code interest} and {@code balancing} to legitimate interests.
     * {@code agreementOf} says whose agreement is argued, if one is: a contract with an organisation is none with its contact person.
     */
    public record Justification(
            LawfulBasis basis,
            Text law,
            Text interest,
            @Nullable Balancing balancing,
            @Nullable String agreementOf) {}

    /** GDPR Art. 6(1)(f), Recital 47: interest, necessity and the person's side were weighed, by whom and when. */
    public record Balancing(LocalDate on, Text by, Text conclusion) {}

    public LawfulBasis basis() {
        return justification.basis();
    }

    public Text name() {
        return wording.name();
    }

    public boolean uses(Purpose purpose) {
        return uses.contains(purpose);
    }
}

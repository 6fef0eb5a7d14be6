package fi.seloste.cards;

import fi.seloste.register.Origin;
import fi.seloste.register.Person;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why this person is here, in the words of the notice in force. */
public record Why(
        Origin origin,
        @Nullable String addedBy,
        Person.Informing informing,
        List<String> purposes,
        @Nullable Keeping keeping,
        List<String> recipients) {

    private static final int AT_A_GLANCE = 3;

    public List<String> first() {
        return purposes.stream().limit(AT_A_GLANCE).toList();
    }

    public List<String> others() {
        return purposes.stream().skip(AT_A_GLANCE).toList();
    }

    /** Until when, until when in use where that ends before, and by which rule. */
    public record Keeping(LocalDate until, @Nullable LocalDate usedUntil, String rule, String reason) {}
}

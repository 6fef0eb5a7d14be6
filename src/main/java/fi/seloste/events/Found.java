package fi.seloste.events;

import com.ibm.icu.text.Collator;
import fi.seloste.base.DomainName;
import fi.seloste.base.Folded;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Guests as somebody at the door looks for them: whoever is not in yet first, by name; how many more there are, and how many have a place. */
record Found(List<Participation> shown, int more, int coming) {

    static List<Participation> among(List<Participation> guests, String asked) {
        var words = List.of(Folded.of(asked).split(" "));
        return byName(guests).stream()
                .filter(one -> words.stream().allMatch(word -> told(one).contains(word)))
                .sorted(Comparator.comparing(Participation::hasCome))
                .toList();
    }

    private static String told(Participation one) {
        return Folded.of(one.guest().name() + " "
                + Objects.requireNonNullElse(one.guest().organisation(), "") + " "
                + one.guest().email() + " " + DomainName.shownIn(one.guest().email()) + " " + one.number());
    }

    static List<Participation> byName(List<Participation> guests) {
        var finnish = Collator.getInstance(Locale.of("fi"));
        return guests.stream()
                .sorted(Comparator.comparing(one -> one.guest().name(), finnish::compare))
                .toList();
    }
}

package fi.seloste.intake;

import fi.seloste.base.Folded;
import fi.seloste.base.Shortened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows of one person become one draft. Two rows are one person when they share an e-mail address in its canonical form, or a number
 * and the name; an address of a post such as info@ needs the name as well. Pure, so that the preview and the commit agree.
 */
public final class Joined {

    private Joined() {}

    /** What a draft is known by within its file. Two drafts with a key in common are one. */
    public static Set<String> keys(Draft draft) {
        var keys = new LinkedHashSet<String>();
        if (!draft.isPerson()) {
            organisationKeys(draft.firm(), keys);
            return keys;
        }
        var name = nameKey(draft.who().name().full());
        for (var email : draft.who().reach().emails()) {
            var shared = email.address().isRole();
            if (!shared || !name.isEmpty()) {
                keys.add("e " + email.address().canonical() + (shared ? " " + name : ""));
            }
        }
        if (!name.isEmpty()) {
            draft.who().reach().phones().forEach(phone -> keys.add("p " + phone.number() + " " + name));
        }
        return keys;
    }

    private static void organisationKeys(Firm firm, Set<String> keys) {
        if (firm.businessId() != null) {
            keys.add("b " + firm.businessId());
        } else if (!firm.name().isEmpty()) {
            keys.add("o " + Folded.of(firm.name()));
        }
    }

    /** The words of a name in any order: "Koskinen Ada" is Ada Koskinen. */
    private static String nameKey(String name) {
        var words = Folded.of(name).replace(",", " ").split("\\s+");
        java.util.Arrays.sort(words);
        return String.join(" ", words).strip();
    }

    /** The first row leads; the second adds what the first does not say, and of two statements about marketing the stricter holds. */
    public static Draft join(Draft first, Draft second) {
        var lines = new ArrayList<>(first.lines());
        lines.addAll(second.lines());
        var faults = new ArrayList<>(first.faults());
        faults.addAll(second.faults());
        faults.add(remark(first, second));
        return new Draft(
                List.copyOf(lines),
                first.who().with(second.who()),
                first.firm().with(second.firm()),
                first.extras().with(second.extras()),
                List.copyOf(faults));
    }

    private static Fault remark(Draft first, Draft second) {
        var one = first.who().name().full();
        var other = second.who().name().full();
        var differs = !one.isEmpty() && !other.isEmpty() && !nameKey(one).equals(nameKey(other));
        return differs
                ? Fault.remark(
                        second.line(),
                        "",
                        "intake.row.joinedOtherName",
                        Long.toString(first.line()),
                        Shortened.of(other))
                : Fault.remark(second.line(), "", "intake.row.joined", Long.toString(first.line()));
    }

    /** All drafts of a file, those of one person joined, in the order of their first rows. Refused rows join nobody. */
    public static List<Draft> all(Iterable<Draft> drafts) {
        var joined = new ArrayList<Draft>();
        var places = new HashMap<String, Integer>();
        for (var draft : drafts) {
            var met = draft.isRefused() ? Set.<Integer>of() : met(keys(draft), places);
            var place = met.isEmpty() ? joined.size() : met.iterator().next();
            if (met.isEmpty()) {
                joined.add(draft);
            } else {
                joined.set(place, join(joined.get(place), draft));
            }
            // One row may show that two that came before are the same person.
            met.stream().skip(1).forEach(other -> {
                joined.set(place, join(joined.get(place), joined.get(other)));
                joined.set(other, joined.get(place));
                places.replaceAll((key, at) -> at.equals(other) ? place : at);
            });
            if (!draft.isRefused()) {
                keys(draft).forEach(key -> places.put(key, place));
            }
        }
        return once(joined);
    }

    private static Set<Integer> met(Set<String> keys, HashMap<String, Integer> places) {
        var met = new java.util.TreeSet<Integer>();
        keys.forEach(key -> {
            var place = places.get(key);
            if (place != null) {
                met.add(place);
            }
        });
        return met;
    }

    private static List<Draft> once(List<Draft> joined) {
        var lines = new HashSet<Long>();
        return joined.stream().filter(draft -> lines.add(draft.line())).toList();
    }
}

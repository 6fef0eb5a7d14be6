package fi.seloste.marketing;

import fi.seloste.base.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text cut where something of its reader's own stands. It is searched once for a campaign, and no message is searched again. */
record Cut(List<String> pieces, List<Slot> slots) {

    /** Whom one message is for, and what it alone holds. In a preview it is nobody's, and its links are followed by nobody. */
    record Addressee(Reader reader, @Nullable PersonId person, String wayOut, Following.@Nullable Marked marked) {}

    /** What stands in a gap. */
    @FunctionalInterface
    interface Slot {

        String of(Addressee who);

        static Slot always(String words) {
            return who -> words;
        }
    }

    static Cut of(String text) {
        return new Cut(List.of(text), List.of());
    }

    /** Cut further, wherever the pattern is found in what is left whole. */
    Cut at(Pattern pattern, Function<MatchResult, Slot> slot) {
        var smaller = new ArrayList<String>();
        var more = new ArrayList<Slot>();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            var found = pattern.matcher(piece);
            int from = 0;
            while (found.find()) {
                smaller.add(piece.substring(from, found.start()));
                more.add(slot.apply(found.toMatchResult()));
                from = found.end();
            }
            smaller.add(piece.substring(from));
            if (i < slots.size()) {
                more.add(slots.get(i));
            }
        }
        return new Cut(List.copyOf(smaller), List.copyOf(more));
    }

    List<String> own(Addressee who) {
        var own = new ArrayList<String>(slots.size());
        for (var slot : slots) {
            own.add(slot.of(who));
        }
        return own;
    }

    String filled(Addressee who) {
        var text = new StringBuilder(pieces.getFirst());
        for (int i = 0; i < slots.size(); i++) {
            text.append(slots.get(i).of(who)).append(pieces.get(i + 1));
        }
        return text.toString();
    }
}

package fi.seloste.intake;

import fi.seloste.base.Folded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Column headers as they are shown and remembered: trimmed, never empty, never twice the same. */
final class Headers {

    private Headers() {}

    static List<String> of(List<String> written) {
        var seen = new HashSet<String>();
        var headers = new ArrayList<String>();
        for (var i = 0; i < written.size(); i++) {
            var text = written.get(i).replace("\uFEFF", "").strip().replaceAll("\\s+", " ");
            var name = text.isEmpty() ? "Column " + (i + 1) : text.length() > 200 ? text.substring(0, 200) : text;
            var unique = name;
            for (var n = 2; !seen.add(Folded.of(unique)); n++) {
                unique = name + " (" + n + ")";
            }
            headers.add(unique);
        }
        return List.copyOf(headers);
    }

    /** A header for comparison: folded, without the star of an obligatory column. */
    static String plain(String header) {
        return Folded.of(header.replace("*", " ")).strip();
    }
}

package fi.seloste.responses;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What readers of a campaign have in common: which subject they got, their language, and the segment of their organisation; blank is any. */
record Crowd(int subject, String language, String segment) {

    /** Fewer than these could be told apart by whoever knows them. */
    static final int LEAST = 10;

    static final Crowd ALL = new Crowd(0, "", "");

    private static final Comparator<Map.Entry<Crowd, Integer>> SMALLEST =
            Comparator.<Map.Entry<Crowd, Integer>>comparingInt(Map.Entry::getValue)
                    .thenComparing(entry -> entry.getKey().toString());

    /**
     * In which crowd each kind of reader is counted, by how many of each share a link: kinds of which there are few are put together, first without the
     * segment, then without the language, then without the subject. A campaign to very few has one crowd, and its numbers are all there is.
     */
    static Map<Crowd, Crowd> sharing(Map<Crowd, Integer> readers) {
        var in = new LinkedHashMap<Crowd, Crowd>();
        readers.keySet().forEach(kind -> in.put(kind, kind));
        gather(in, readers, crowd -> new Crowd(crowd.subject(), crowd.language(), ""));
        gather(in, readers, crowd -> new Crowd(crowd.subject(), "", ""));
        gather(in, readers, crowd -> ALL);
        var left = sizes(in, readers);
        int rest = left.getOrDefault(ALL, 0);
        if (rest > 0 && rest < LEAST) {
            left.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(ALL))
                    .min(SMALLEST)
                    .ifPresent(joins -> in.replaceAll((kind, crowd) -> crowd.equals(joins.getKey()) ? ALL : crowd));
        }
        return in;
    }

    private static void gather(Map<Crowd, Crowd> in, Map<Crowd, Integer> readers, UnaryOperator<Crowd> wider) {
        var sizes = sizes(in, readers);
        in.replaceAll((kind, crowd) -> sizes.getOrDefault(crowd, 0) < LEAST ? wider.apply(crowd) : crowd);
    }

    private static Map<Crowd, Integer> sizes(Map<Crowd, Crowd> in, Map<Crowd, Integer> readers) {
        var sizes = new HashMap<Crowd, Integer>();
        in.forEach((kind, crowd) -> sizes.merge(crowd, readers.getOrDefault(kind, 0), Integer::sum));
        return sizes;
    }
}

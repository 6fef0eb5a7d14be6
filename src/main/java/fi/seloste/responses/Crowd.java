package fi.seloste.responses;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
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
     * segment, then without the language, then without the subject. Who is left over of a subject joins others of it before that, so that what is tried can be decided
     * wherever enough people got it. A campaign to very few has one crowd, and its numbers are all there is.
     */
    static Map<Crowd, Crowd> sharing(Map<Crowd, Integer> readers) {
        var in = new LinkedHashMap<Crowd, Crowd>();
        readers.keySet().forEach(kind -> in.put(kind, kind));
        gather(in, readers, crowd -> new Crowd(crowd.subject(), crowd.language(), ""));
        gather(in, readers, crowd -> new Crowd(crowd.subject(), "", ""));
        in.values().stream()
                .map(Crowd::subject)
                .distinct()
                .toList()
                .forEach(subject -> complete(in, readers, new Crowd(subject, "", ""), one -> one.subject() == subject));
        gather(in, readers, crowd -> ALL);
        complete(in, readers, ALL, one -> true);
        return in;
    }

    /** Where too few are left in the wide one, the smallest that is near joins them. */
    private static void complete(Map<Crowd, Crowd> in, Map<Crowd, Integer> readers, Crowd wide, Predicate<Crowd> near) {
        var sizes = sizes(in, readers);
        int rest = sizes.getOrDefault(wide, 0);
        if (rest > 0 && rest < LEAST) {
            sizes.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(wide) && near.test(entry.getKey()))
                    .min(SMALLEST)
                    .ifPresent(joins -> in.replaceAll((kind, crowd) -> crowd.equals(joins.getKey()) ? wide : crowd));
        }
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

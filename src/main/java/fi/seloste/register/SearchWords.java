package fi.seloste.register;

import fi.seloste.base.DomainName;
import fi.seloste.base.Folded;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The words by which somebody is found. They begin with a blank, the folded sort name and " | "; duplicates and one-letter searches
 * rely on that (see register/search.sql), so whoever writes search_words makes them here.
 */
public final class SearchWords {

    /** Nobody types more to find somebody; what a program sends beyond is not read. */
    private static final int LONGEST = 200;

    private SearchWords() {}

    public static String ofPerson(PersonName name, Collection<String> points, Collection<String> organisations) {
        var words = new LinkedHashSet<String>();
        words.add(Folded.of(name.shown()));
        points.forEach(point -> addPoint(point, words));
        organisations.forEach(organisation -> words.add(Folded.of(organisation)));
        return joined(name.sorted(), words);
    }

    public static String ofOrganisation(String name, Collection<String> numbersAndDomains) {
        var words = new LinkedHashSet<String>();
        numbersAndDomains.forEach(one -> {
            words.add(Folded.of(one));
            words.add(Folded.of(one.contains("@") ? DomainName.shownIn(one) : DomainName.shown(one)));
        });
        return joined(name, words);
    }

    private static String joined(String sorted, Collection<String> words) {
        return " " + Folded.of(sorted) + " | " + String.join(" ", words);
    }

    /** A number is found as it is written abroad and at home, an address as the wire and as people write it. */
    private static void addPoint(String point, LinkedHashSet<String> words) {
        words.add(Folded.of(point));
        words.add(Folded.of(DomainName.shownIn(point)));
        if (point.startsWith("+358")) {
            words.add("0" + point.substring(4));
        }
    }

    /** The words to look for, the longest first: it narrows most. */
    static List<String> of(String typed) {
        var read = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        return List.of(Folded.of(read).split(" ")).stream()
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted((a, b) -> b.length() - a.length())
                .limit(3)
                .toList();
    }
}

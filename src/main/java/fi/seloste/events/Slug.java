package fi.seloste.events;

import fi.seloste.base.Folded;
import java.util.function.Predicate;

/** The part of an event's public address that tells it from others, made of its name. */
final class Slug {

    private static final int LONGEST = 60;

    private Slug() {}

    static String of(String name, Predicate<String> taken) {
        var plain = Folded.of(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        var cut = plain.length() > LONGEST ? plain.substring(0, LONGEST).replaceAll("-+$", "") : plain;
        // What would be an address of ours, or says nothing, gets a word before it.
        var first = cut.length() < 4 ? "event-" + cut : cut;
        var slug = first.replaceAll("-$", "");
        for (int n = 2; taken.test(slug); n++) {
            slug = first + "-" + n;
        }
        return slug;
    }
}

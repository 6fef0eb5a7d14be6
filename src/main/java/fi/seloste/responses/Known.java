package fi.seloste.responses;

import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose links were followed of late and where they lead, so that a click seldom asks the database. What is not known is not remembered. */
@Component
class Known {

    private static final int WAYS = 50_000;
    private static final int CAMPAIGNS = 500;

    private final Crowds crowds;
    private final Links links;
    private final Purposes purposes;
    private final Map<String, Way> ways = Collections.synchronizedMap(new Bounded<>(WAYS));
    private final Map<UUID, Leads> leads = Collections.synchronizedMap(new Bounded<>(CAMPAIGNS));

    Known(Crowds crowds, Links links, Purposes purposes) {
        this.crowds = crowds;
        this.links = links;
        this.purposes = purposes;
    }

    /** Where the links of a campaign lead, by their places, and how many stand in the mail of each language. */
    record Leads(List<URI> targets, Map<String, Integer> counts) {

        static Leads of(List<Links.Link> links) {
            var counts = new HashMap<String, Integer>();
            links.forEach(link -> {
                counts.merge("", 1, Integer::sum);
                for (var language : link.languages().split(",", -1)) {
                    counts.merge(language, 1, Integer::sum);
                }
            });
            return new Leads(
                    links.stream()
                            .map(link -> URI.create(Slots.target(link.url()).orElse("/")))
                            .toList(),
                    counts);
        }

        int in(String language) {
            return counts.getOrDefault(language, 0);
        }
    }

    Optional<Way> way(String print) {
        var known = ways.get(print);
        if (known != null) {
            return Optional.of(known);
        }
        var found = purposes.as(Purpose.SUBJECT, () -> crowds.way(print));
        found.ifPresent(way -> ways.put(print, way));
        return found;
    }

    Leads leads(UUID campaign) {
        var known = leads.get(campaign);
        if (known != null) {
            return known;
        }
        var found = Leads.of(purposes.as(Purpose.SUBJECT, () -> links.of(campaign)));
        leads.put(campaign, found);
        return found;
    }

    private static final class Bounded<K, V> extends LinkedHashMap<K, V> {

        private final int most;

        Bounded(int most) {
            super(256, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}

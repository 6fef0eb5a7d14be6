package fi.seloste.marketing;

import fi.seloste.base.PersonId;
import fi.seloste.ui.Said;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a module above knows of a campaign and can do with it, shown beside its own report. Read in the marketing purpose. */
public interface Figures {

    /** A number under the key of its label, with the key of a remark, and where it is told at length. */
    record Figure(String label, long number, String remark, String url) {}

    /** A way on from the campaign's page, under the key of its label; {@code changes} for whoever may change campaigns. */
    record Turn(String label, String icon, String url, boolean changes) {}

    /** How often people opened a campaign and followed its links. */
    record Came(long opened, long clicked) {}

    List<Figure> of(UUID campaign);

    /** In short, for a list of campaigns; of those of which nothing is known there is none. */
    default Map<UUID, Came> came(Collection<UUID> campaigns) {
        return Map.of();
    }

    /** What some readers of a campaign did, as keys of texts; of whom that may not be known by name there is nothing. */
    default Map<PersonId, List<String>> did(UUID campaign, Collection<PersonId> readers) {
        return Map.of();
    }

    List<Turn> turns(Campaign campaign);

    /** What whoever looks at it on its way, or afterwards, should know of it, such as what it waits for. */
    default List<Said> tells(Campaign campaign) {
        return List.of();
    }

    /** What the module says instead of a campaign's own words, such as other subjects: merge fields in them are looked over and filled like its own. */
    default List<String> words(Campaign campaign) {
        return List.of();
    }

    /** What the module adds to what readers get, or to who gets it, in words: whoever approves a campaign approves this too. */
    default List<Said> sends(Campaign campaign) {
        return List.of();
    }
}

package fi.seloste.register;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.staff.Reach;
import fi.seloste.store.Purposes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The door to finding people and organisations by words: any part of a name, an address, a number or an organisation. The database's own
 * function for the running purpose looks, so that nobody is found whom the purpose may not see.
 */
@Component
public class Search {

    private final JdbcClient jdbc;
    private final Within within;
    private final Today today;
    private final Purposes purposes;

    Search(JdbcClient jdbc, Within within, Today today, Purposes purposes) {
        this.jdbc = jdbc;
        this.within = within;
        this.today = today;
        this.purposes = purposes;
    }

    /** Best matches first. */
    public List<PersonId> people(String typed, int limit) {
        return found("person", typed, limit).stream().map(PersonId::new).toList();
    }

    public List<OrganisationId> organisations(String typed, int limit) {
        return found("organisation", typed, limit).stream()
                .map(OrganisationId::new)
                .toList();
    }

    private List<UUID> found(String what, String typed, int limit) {
        var words = SearchWords.of(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        var reach = within.seeing();
        if (!reach.isEverybody()) {
            return foundWithin(what, words, limit, reach);
        }
        return jdbc.sql("select found from register.search_%s_%s(:w1, :w2::text, :w3::text, :limit) as found"
                        .formatted(what, purposes.running().code()))
                .param("w1", words.getFirst())
                .param("w2", word(words, 1))
                .param("w3", word(words, 2))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** A function of its own: it begins with the few that are somebody's, where the other begins with the words. */
    private List<UUID> foundWithin(String what, List<String> words, int limit, Reach reach) {
        return jdbc.sql(
                        "select found from register.search_%s_within_%s(:w1, :w2::text, :w3::text, :limit, :owners, :today) as found"
                                .formatted(what, purposes.running().code()))
                .param("w1", words.getFirst())
                .param("w2", word(words, 1))
                .param("w3", word(words, 2))
                .param("limit", limit)
                .param("owners", reach.ids())
                .param("today", today.day())
                .query(UUID.class)
                .list();
    }

    private static @Nullable String word(List<String> words, int index) {
        return index < words.size() ? words.get(index) : null;
    }
}

package fi.seloste.register;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.staff.Reach;
import fi.seloste.store.Purposes;
import java.time.LocalDate;
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

    private static final int MOST = 200;

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

    /** To look through a list of its own for. The running purpose's function tells at most so many; where it tells fewer, there are no more. */
    public Sought sought(String typed) {
        if (typed.isBlank()) {
            return Sought.ANYBODY;
        }
        if (!within.seeing().isEverybody()) {
            return Sought.few(people(typed, Integer.MAX_VALUE));
        }
        var found = people(typed, MOST);
        return found.size() < MOST
                ? Sought.few(found)
                : new Sought("register.search_all_" + purposes.running().code(), SearchWords.of(typed), null);
    }

    private List<UUID> found(String what, String typed, int limit) {
        var asked = asked(what, typed, limit);
        if (asked == null) {
            return List.of();
        }
        return asked.in(new Where(""))
                .applied(jdbc.sql("select found from %s as found".formatted(asked.function())))
                .query(UUID.class)
                .list();
    }

    /** A call of the running purpose's own function, to stand in a statement; null where nothing is looked for. */
    @Nullable
    Asked asked(String what, String typed, int limit) {
        var words = SearchWords.of(typed);
        return words.isEmpty()
                ? null
                : new Asked(what, purposes.running().code(), words, limit, within.seeing(), today.day());
    }

    /** Who reaches only some people has a function of its own: it begins with those few, where the other begins with the words. */
    record Asked(String what, String purpose, List<String> words, int limit, Reach reach, LocalDate today) {

        String function() {
            return reach.isEverybody()
                    ? "register.search_%s_%s(:w1, :w2::text, :w3::text, :found)".formatted(what, purpose)
                    : "register.search_%s_within_%s(:w1, :w2::text, :w3::text, :found, :owners, :reachDay)"
                            .formatted(what, purpose);
        }

        Where in(Where statement) {
            statement
                    .with("w1", words.getFirst())
                    .with("w2", word(words, 1))
                    .with("w3", word(words, 2))
                    .with("found", limit);
            return reach.isEverybody()
                    ? statement
                    : statement.with("owners", reach.ids()).with("reachDay", today);
        }
    }

    private static @Nullable String word(List<String> words, int index) {
        return index < words.size() ? words.get(index) : null;
    }
}

package fi.seloste.register;

import fi.seloste.base.PersonId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Some words as a condition on the people {@code p} of a list's own statement, so that the list is searched to its end, however many others in the register they
 * find. Where they find few in all, these are asked for by their ids.
 */
public record Sought(
        String function, List<String> words, @Nullable List<PersonId> few) {

    /** Nothing is looked for, and everybody fits. */
    public static final Sought ANYBODY = new Sought("", List.of(), null);

    static Sought few(List<PersonId> found) {
        return new Sought("", List.of(), found);
    }

    /** For the statement's text; what was typed is bound. */
    public String holds() {
        if (few != null) {
            return "p.person_id = any(:sought::uuid[])";
        }
        return words.isEmpty() ? "true" : "p.person_id in (select %s(:w1, :w2::text, :w3::text))".formatted(function);
    }

    public JdbcClient.StatementSpec in(JdbcClient.StatementSpec statement) {
        if (few != null) {
            return statement.param("sought", few.stream().map(PersonId::value).toArray(UUID[]::new));
        }
        return words.isEmpty()
                ? statement
                : statement.param("w1", word(0)).param("w2", word(1)).param("w3", word(2));
    }

    private @Nullable String word(int index) {
        return index < words.size() ? words.get(index) : null;
    }
}

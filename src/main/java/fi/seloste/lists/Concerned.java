package fi.seloste.lists;

import fi.seloste.base.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whom an act on many concerns: their ids, the names of the first of them, and how many of the chosen are not seen in this purpose. */
public record Concerned(List<UUID> ids, List<Name> first, int hidden) {

    /** With what tells two of one name apart. */
    public record Name(String name, String beside) {}

    public int more() {
        return ids.size() - first.size();
    }

    public int size() {
        return ids.size();
    }

    /** As one field of a form carries them: what was shown is what will be done. */
    public String text() {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    static List<UUID> parse(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> Arrays.stream(text.strip().split("[\\s,]+")))
                .filter(text -> !text.isEmpty())
                .map(Concerned::id)
                .distinct()
                .toList();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("id", "lists.chosen.id", text);
        }
    }
}

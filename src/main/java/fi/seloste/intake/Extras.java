package fi.seloste.intake;

import static fi.seloste.intake.Firm.either;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rest of a row: the language's code, tags, a note, custom fields by name, and where the row came from. */
public record Extras(String language, Set<String> tags, String note, Map<String, String> custom, Origin origin) {

    /** Who kept it in the other system, under which key, since when. */
    public record Origin(
            String owner, String externalId, @Nullable LocalDate createdOn) {

        Origin with(Origin other) {
            return new Origin(
                    either(owner, other.owner),
                    either(externalId, other.externalId),
                    createdOn == null || other.createdOn != null && other.createdOn.isBefore(createdOn)
                            ? other.createdOn
                            : createdOn);
        }
    }

    Extras with(Extras other) {
        var allTags = new LinkedHashSet<>(tags);
        allTags.addAll(other.tags);
        var allCustom = new LinkedHashMap<>(other.custom);
        allCustom.putAll(custom);
        var notes = note.contains(other.note) ? note : note.isEmpty() ? other.note : note + "\n" + other.note;
        return new Extras(either(language, other.language), allTags, notes, allCustom, origin.with(other.origin));
    }
}

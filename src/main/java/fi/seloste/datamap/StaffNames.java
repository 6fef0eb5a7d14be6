package fi.seloste.datamap;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where employees are named in the data of others. The id beside the name stays: it is a pseudonym once the account has no values. */
@Component
class StaffNames {

    private static final String ENDING = "_name";

    private final List<Place> places;
    private final JdbcClient jdbc;

    StaffNames(DataMap map, JdbcClient jdbc) {
        this.places = map.tables().stream()
                .filter(table -> !table.isOwnedBy(Table.Owner.STAFF))
                .flatMap(table -> table.names(c -> c.kind() == Column.Kind.STAFF_NAME).stream()
                        .map(name -> new Place(table, name, id(table, name))))
                .toList();
        this.jdbc = jdbc;
    }

    private record Place(Table table, String name, String id) {}

    /** The column of the id to a name: {@code made_by} to {@code made_by_name}, {@code actor_id} to {@code actor_name}, or the only one there is. */
    private static String id(Table table, String name) {
        var stem = name.substring(0, Math.max(0, name.length() - ENDING.length()));
        var ids = table.names(c -> c.kind() == Column.Kind.STAFF);
        return Stream.of(stem, stem + "_id")
                .filter(ids::contains)
                .findFirst()
                .or(() -> ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty())
                .orElseThrow(() -> new IllegalStateException(
                        "%s.%s names an employee. It needs a column %s or %s_id of the kind staff beside it."
                                .formatted(table.qualified(), name, stem, stem)));
    }

    /** Writes a pseudonym wherever one of these employees is named. */
    void forget(Collection<UUID> accounts) {
        for (var place : places) {
            jdbc.sql("update %1$s set %2$s = %3$s where %4$s = any(:keys)"
                            .formatted(place.table().qualified(), place.name(), pseudonym(place.id()), place.id()))
                    .paramSource(new MapSqlParameterSource("keys", accounts.toArray(UUID[]::new)))
                    .update();
        }
    }

    /** What an employee is called who has left and whose name is not kept any more: the same everywhere, and in every language. */
    static String pseudonym(String id) {
        return "'#' || right(%s::text, 8)".formatted(id);
    }
}

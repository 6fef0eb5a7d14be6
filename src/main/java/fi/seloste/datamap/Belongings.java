package fi.seloste.datamap;

import fi.seloste.datamap.Table.Owner;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of an organisation: rows of its own, which go with it, and rows about people that name it, which it must stay for. */
@Component
public class Belongings {

    private final DataMap map;
    private final Table organisation;
    private final Order order;
    private final RowEraser rows;
    private final JdbcClient jdbc;

    Belongings(DataMap map, Order order, RowEraser rows, JdbcClient jdbc) {
        this.map = map;
        this.organisation = map.itself(Owner.ORGANISATION);
        this.order = order;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** The table whose rows are organisations. */
    public Table organisation() {
        return organisation;
    }

    /** Tables with rows of an organisation, itself apart. */
    public List<Table> tables() {
        return map.tables().stream()
                .filter(table -> table != organisation
                        && table.column(organisation.key()).isPresent())
                .toList();
    }

    /** Rows of a table that belong to an organisation and to nobody, as a condition on an alias. */
    public String own(Table table, String as, String organisations) {
        var nobody = table.subjects().stream()
                .map(subject -> " and %s.%s is null".formatted(as, subject))
                .collect(Collectors.joining());
        return "%s.%s %s%s".formatted(as, organisation.key(), organisations, nobody);
    }

    /** That a row about somebody names an organisation, as a condition on this column of it. */
    public String namedByPeople(String id) {
        return tables().stream()
                .flatMap(table -> table.subjects().stream()
                        .map(subject -> "exists (select 1 from %s x where x.%s = %s and x.%s is not null)"
                                .formatted(table.qualified(), organisation.key(), id, subject)))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Removes organisations that nothing about people names, with all rows of their own and those that were merged into them. */
    public long remove(Collection<UUID> organisations) {
        var all = withMerged(organisations);
        long gone = 0;
        for (var table : order.referrersFirst(tables())) {
            gone += rows.deleteWhere(table.qualified(), own(table, table.qualified(), "= any(:keys)"), all);
        }
        return gone + rows.deleteWhere(organisation.qualified(), organisation.key() + " = any(:keys)", all);
    }

    private List<UUID> withMerged(Collection<UUID> organisations) {
        var alias =
                organisation.names(column -> column.kind() == Column.Kind.ALIAS).getFirst();
        return jdbc.sql("""
                        with recursive whole as (
                            select o.%1$s as id from %2$s o where o.%1$s = any(:keys)
                             union
                            select o.%1$s from %2$s o join whole w on o.%3$s = w.id)
                        select id from whole""".formatted(organisation.key(), organisation.qualified(), alias))
                .paramSource(new MapSqlParameterSource("keys", organisations.toArray(UUID[]::new)))
                .query(UUID.class)
                .list();
    }
}

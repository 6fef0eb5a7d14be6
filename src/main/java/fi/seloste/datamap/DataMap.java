package fi.seloste.datamap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All data maps together: what this product keeps, table by table, column by column. */
@Component
public class DataMap {

    private final List<Table> tables = new ArrayList<>();
    private final Map<String, List<String>> wholes = new LinkedHashMap<>();
    private final Map<String, List<String>> functions = new LinkedHashMap<>();
    private final List<String> searches = new ArrayList<>();

    DataMap() {
        for (var resource : resources("classpath*:datamap/*.yaml")) {
            try (var in = resource.getInputStream()) {
                add(new MapFile(String.valueOf(resource.getFilename()), in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        tables.sort(Comparator.comparing(Table::qualified));
    }

    private void add(MapFile file) {
        tables.addAll(file.tables());
        wholes.putAll(file.wholes());
        functions.putAll(file.functions());
        var search = file.search();
        if (search != null) {
            searches.add(read(search));
        }
    }

    public List<Table> tables() {
        return List.copyOf(tables);
    }

    public Table table(String qualified) {
        return tables.stream()
                .filter(t -> t.qualified().equals(qualified))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No data map declares the table " + qualified));
    }

    /** The tables into which the rows of this one are divided by category. The whole is the owner's alone: each purpose asks the parts that it may read. */
    public List<Table> partsOf(String whole) {
        return wholes.getOrDefault(whole, List.of()).stream().map(this::table).toList();
    }

    /** The tables that are divided. */
    Set<String> wholes() {
        return wholes.keySet();
    }

    /** The table whose rows are people. */
    public Table person() {
        return tables.stream()
                .filter(Table::isPerson)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No data map declares a table of people"));
    }

    /** The table whose rows are owners of this kind: organisations, or accounts of staff. */
    public Table itself(Table.Owner owner) {
        return tables.stream()
                .filter(table -> table.isItself(owner))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No data map declares the table whose rows are " + owner));
    }

    /** Categories that can be restricted alone (Art. 18): every table of theirs that hides people is made for it. */
    public List<String> separable() {
        return tables.stream()
                .filter(table -> table.ties().separable())
                .map(Table::category)
                .distinct()
                .filter(category -> tables.stream()
                        .filter(table -> table.category().equals(category))
                        .filter(table -> table.ties().standing())
                        .allMatch(table -> table.ties().separable()))
                .toList();
    }

    /** Tables whose rows lead to people. */
    public List<Table> aboutPeople() {
        return tables.stream().filter(Table::isAboutPeople).toList();
    }

    /** Tables that show on a person's timeline. */
    public List<Table> onTimeline() {
        return tables.stream().filter(t -> t.life().timeline() != null).toList();
    }

    /** The table that a reference leads to, where its rows have a name to tell a reader: an organisation's, not its id. */
    Optional<Table> called(Column column) {
        return column.kind() == Column.Kind.REF
                ? tables.stream()
                        .filter(t -> t.ties().called() != null && t.key().equals(column.name()))
                        .findFirst()
                : Optional.empty();
    }

    Map<String, List<String>> functions() {
        return functions;
    }

    List<String> searches() {
        return searches;
    }

    private static String read(String path) {
        try (InputStream in = DataMap.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("No search function at " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Resource> resources(String pattern) {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package fi.seloste.datamap;

import fi.seloste.datamap.Table.Access;
import fi.seloste.datamap.Table.Erasing;
import fi.seloste.datamap.Table.Life;
import fi.seloste.datamap.Table.Owner;
import fi.seloste.datamap.Table.Part;
import fi.seloste.datamap.Table.Ties;
import fi.seloste.datamap.Table.Timeline;
import fi.seloste.notice.Anchor;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads one module's data map. What it does not understand, it names. */
final class MapFile {

    private static final Set<String> KEYS = Set.of(
            "persons",
            "through",
            "owner",
            "itself",
            "category",
            "reason",
            "standing",
            "separable",
            "called",
            "reads",
            "writes",
            "inserts",
            "updates",
            "hidden",
            "visible",
            "timeline",
            "at",
            "anchors",
            "handed-over",
            "erasure",
            "parts",
            "columns");

    private final String file;
    private final Map<?, ?> root;

    MapFile(String file, InputStream in) {
        this.file = file;
        this.root = map(new Load(LoadSettings.builder().setLabel(file).build()).loadFromInputStream(in), "the file");
    }

    List<Table> tables() {
        var schema = text(root, "schema");
        var tables = new ArrayList<Table>();
        map(root.get("tables"), "tables").forEach((name, body) -> {
            var declared = map(body, name.toString());
            if (declared.containsKey("parts")) {
                parts(name.toString(), declared).forEach((part, of) -> tables.add(table(schema, part, of)));
            } else {
                tables.add(table(schema, name.toString(), declared));
            }
        });
        return tables;
    }

    /** Tables whose rows are divided by category, each part being a table of its own, by the name of the whole. */
    Map<String, List<String>> wholes() {
        var schema = text(root, "schema");
        var wholes = new LinkedHashMap<String, List<String>>();
        map(root.get("tables"), "tables").forEach((name, body) -> {
            var declared = map(body, name.toString());
            if (declared.containsKey("parts")) {
                wholes.put(
                        schema + "." + name,
                        parts(name.toString(), declared).keySet().stream()
                                .map(part -> schema + "." + part)
                                .toList());
            }
        });
        return wholes;
    }

    /** What is said of the whole holds for each part, unless the part says otherwise; of a column too. */
    private Map<String, Map<String, Object>> parts(String whole, Map<?, ?> body) {
        var parts = new LinkedHashMap<String, Map<String, Object>>();
        map(body.get("parts"), whole + "/parts").forEach((part, says) -> {
            var merged = new LinkedHashMap<String, Object>();
            body.forEach((key, value) -> merged.put(key.toString(), value));
            merged.remove("parts");
            var own = map(says, part.toString());
            own.forEach((key, value) -> merged.put(key.toString(), value));
            var columns = new LinkedHashMap<Object, Object>(map(body.get("columns"), whole + "/columns"));
            columns.putAll(optional(own, "columns"));
            merged.put("columns", columns);
            parts.put(part.toString(), merged);
        });
        return parts;
    }

    /** Functions that cross logins, and who may call them. */
    Map<String, List<String>> functions() {
        var functions = new LinkedHashMap<String, List<String>>();
        if (root.containsKey("functions")) {
            map(root.get("functions"), "functions")
                    .forEach((name, who) -> functions.put(text(root, "schema") + "." + name, strings(who)));
        }
        return functions;
    }

    /** SQL of a search function, made once for each purpose. */
    @Nullable
    String search() {
        return root.containsKey("search") ? text(root, "search") : null;
    }

    private Table table(String schema, String name, Map<?, ?> body) {
        for (var key : body.keySet()) {
            if (!KEYS.contains(key.toString())) {
                throw wrong(name + " has the unknown word '" + key + "'; known are "
                        + KEYS.stream().sorted().toList());
            }
        }
        var category = text(body, "category");
        if (category.equals("technical") && !body.containsKey("reason")) {
            throw wrong(name + " is technical: say under 'reason' why it keeps no personal data");
        }
        return new Table(schema, name, ties(body), category, access(body), life(body), columns(name, body));
    }

    private Ties ties(Map<?, ?> body) {
        var persons = new LinkedHashMap<String, Part>();
        optional(body, "persons").forEach((c, part) -> persons.put(c.toString(), Part.valueOf(word(part))));
        var through = new LinkedHashMap<String, String>();
        optional(body, "through").forEach((c, table) -> through.put(c.toString(), table.toString()));
        var owner = body.containsKey("owner") ? Owner.valueOf(word(text(body, "owner"))) : Owner.NONE;
        var called = body.containsKey("called") ? text(body, "called") : null;
        return new Ties(
                persons, through, owner, says(body, "itself"), says(body, "standing"), says(body, "separable"), called);
    }

    private static boolean says(Map<?, ?> body, String key) {
        return Boolean.TRUE.equals(body.get(key));
    }

    private Access access(Map<?, ?> body) {
        return new Access(
                strings(body.get("reads")),
                strings(body.get("writes")),
                strings(body.get("inserts")),
                lists(body, "updates"),
                lists(body, "hidden"),
                lists(body, "visible"));
    }

    private Life life(Map<?, ?> body) {
        var at = body.containsKey("at") ? text(body, "at") : null;
        Timeline timeline = null;
        if (body.containsKey("timeline")) {
            var line = map(body.get("timeline"), "timeline");
            timeline = new Timeline(
                    text(line, "at"),
                    text(line, "kind"),
                    text(line, "text"),
                    line.containsKey("opens") ? text(line, "opens") : null);
        }
        return new Life(
                at,
                timeline,
                body.containsKey("erasure") ? Erasing.valueOf(word(text(body, "erasure"))) : Erasing.NONE,
                anchors(body),
                body.containsKey("handed-over") ? text(body, "handed-over") : null);
    }

    private Map<Anchor, String> anchors(Map<?, ?> body) {
        var anchors = new EnumMap<Anchor, String>(Anchor.class);
        optional(body, "anchors").forEach((event, column) -> {
            try {
                anchors.put(Anchor.valueOf(word(event)), column.toString());
            } catch (IllegalArgumentException e) {
                throw wrong("the unknown event '%s' stands under 'anchors'; known are %s"
                        .formatted(
                                event,
                                Arrays.stream(Anchor.values()).map(Anchor::code).toList()));
            }
        });
        return anchors;
    }

    private List<Column> columns(String table, Map<?, ?> body) {
        var columns = new ArrayList<Column>();
        map(body.get("columns"), table + "/columns").forEach((name, kind) -> {
            try {
                columns.add(new Column(name.toString(), Column.Kind.of(kind.toString())));
            } catch (IllegalArgumentException e) {
                throw wrong("%s.%s has the unknown kind '%s'".formatted(table, name, kind));
            }
        });
        return columns;
    }

    private Map<String, List<String>> lists(Map<?, ?> body, String key) {
        var lists = new LinkedHashMap<String, List<String>>();
        optional(body, key).forEach((name, values) -> lists.put(name.toString(), strings(values)));
        return lists;
    }

    private Map<?, ?> optional(Map<?, ?> body, String key) {
        return body.containsKey(key) ? map(body.get(key), key) : Map.of();
    }

    private Map<?, ?> map(@Nullable Object value, String where) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(where + " must be a map of names");
    }

    private String text(Map<?, ?> body, String key) {
        var value = body.get(key);
        if (value == null) {
            throw wrong("'" + key + "' is missing");
        }
        return value.toString();
    }

    private static List<String> strings(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private static String word(Object text) {
        return text.toString().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private IllegalStateException wrong(String what) {
        return new IllegalStateException("Data map %s: %s.".formatted(file, what));
    }
}

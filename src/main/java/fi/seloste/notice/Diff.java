package fi.seloste.notice;

import fi.seloste.base.Worded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What changed between two declarations, what of it is material, and who must be told. */
public final class Diff {

    private static final Set<String> LANGUAGES = Set.of("fi", "sv", "en");

    private final Declaration before;
    private final Declaration after;
    private final DiffWords words;

    private Diff(Declaration before, Declaration after) {
        this.before = before;
        this.after = after;
        this.words = new DiffWords(before, after);
    }

    public static List<Amendment> between(Declaration before, Declaration after) {
        return new Diff(before, after).amendments();
    }

    private List<Amendment> amendments() {
        var old = leaves(before);
        var now = leaves(after);
        var paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        var amendments = new ArrayList<Amendment>();
        for (var path : paths) {
            if (!Objects.equals(old.get(path), now.get(path))) {
                amendments.add(amendment(path, old.get(path), now.get(path)));
            }
        }
        return whole(amendments);
    }

    private Amendment amendment(String path, @Nullable Worded old, @Nullable Worded now) {
        var kind = old == null ? Amendment.Kind.ADDED : now == null ? Amendment.Kind.REMOVED : Amendment.Kind.CHANGED;
        var materiality = new Materiality(before, after, path, kind);
        var values = words.isList(path) && old instanceof Text was && now instanceof Text is
                ? new Amendment.Values(words.without(path, was, is), words.without(path, is, was))
                : new Amendment.Values(said(path, old), said(path, now));
        return new Amendment(path, words.label(path), kind, values, materiality.isMaterial(), materiality.groups());
    }

    private Optional<Worded> said(String path, @Nullable Worded value) {
        return Optional.ofNullable(value).map(raw -> raw instanceof Text text ? words.value(path, text) : raw);
    }

    /** A purpose or category that comes or goes is one amendment, not one for each of its fields. */
    private List<Amendment> whole(List<Amendment> amendments) {
        var gathered = new LinkedHashMap<String, Amendment>();
        for (var one : amendments) {
            var parts = one.path().split("\\.", -1);
            var thing = parts.length > 2 ? parts[0] + "." + parts[1] : one.path();
            var kind = parts.length > 2 ? comesOrGoes(parts[0], parts[1]) : null;
            if (kind == null) {
                gathered.put(one.path(), one);
            } else {
                var materiality = new Materiality(before, after, thing, kind);
                gathered.putIfAbsent(
                        thing,
                        new Amendment(
                                thing,
                                words.label(parts[0]),
                                kind,
                                values(kind, parts[0], parts[1]),
                                materiality.isMaterial(),
                                materiality.groups()));
            }
        }
        return List.copyOf(gathered.values());
    }

    private Amendment.@Nullable Kind comesOrGoes(String section, String id) {
        boolean was = things(before, section).containsKey(id);
        boolean is = things(after, section).containsKey(id);
        return was == is ? null : is ? Amendment.Kind.ADDED : Amendment.Kind.REMOVED;
    }

    private Amendment.Values values(Amendment.Kind kind, String section, String id) {
        var old = Optional.<Worded>ofNullable(things(before, section).get(id));
        var now = Optional.<Worded>ofNullable(things(after, section).get(id));
        return kind == Amendment.Kind.ADDED
                ? new Amendment.Values(Optional.empty(), now)
                : new Amendment.Values(old, Optional.empty());
    }

    /** The names of the things in a section that has things with ids. */
    private static Map<String, Text> things(Declaration declaration, String section) {
        var names = new LinkedHashMap<String, Text>();
        var processing = declaration.processing();
        switch (section) {
            case "purposes" -> processing.purposes().forEach((id, one) -> names.put(id, one.name()));
            case "categories" -> processing.categories().forEach((id, one) -> names.put(id, one.name()));
            case "recipients" ->
                processing
                        .recipients()
                        .forEach((id, one) -> names.put(id, one.wording().name()));
            case "sources" -> processing.sources().forEach((id, one) -> names.put(id, one.name()));
            case "groups" -> processing.groups().forEach((id, one) -> names.put(id, one.name()));
            default -> {
                // other sections have no things that come and go
            }
        }
        return names;
    }

    private static Map<String, Worded> leaves(Declaration declaration) {
        var leaves = new TreeMap<String, Worded>();
        var tree = NoticeJson.tree(declaration);
        for (var part : List.of("processing", "promises")) {
            tree.get(part).properties().forEach(entry -> walk(entry.getKey(), entry.getValue(), leaves));
        }
        for (var part : List.of("heading", "controller", "languages")) {
            walk(part, tree.get(part), leaves);
        }
        return leaves;
    }

    private static void walk(String path, JsonNode node, Map<String, Worded> leaves) {
        if (node.isObject() && !node.isEmpty() && node.propertyNames().stream().allMatch(LANGUAGES::contains)) {
            var words = new LinkedHashMap<String, String>();
            node.properties()
                    .forEach(entry -> words.put(entry.getKey(), entry.getValue().asString()));
            leaves.put(path, new Text(words));
        } else if (node.isObject()) {
            node.properties().forEach(entry -> walk(path + "." + entry.getKey(), entry.getValue(), leaves));
        } else if (node.isArray() && node.valueStream().allMatch(JsonNode::isValueNode)) {
            leaves.put(
                    path,
                    plain(String.join(
                            ", ", node.valueStream().map(JsonNode::asString).toList())));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(path + "." + name(node.get(i), i), node.get(i), leaves);
            }
        } else if (!node.isNull() && !path.endsWith(".id")) {
            leaves.put(path, plain(node.asString()));
        }
    }

    /** A thing in a list is known by what names it, so that moving it changes nothing. */
    private static String name(JsonNode item, int position) {
        for (var key : List.of("purpose", "kind", "name")) {
            if (item.path(key).isString()) {
                return item.path(key).asString();
            }
        }
        return item.has("anchor") ? "general" : Integer.toString(position + 1);
    }

    private static Worded plain(String value) {
        var words = new LinkedHashMap<String, String>();
        words.put("", value);
        return new Text(words);
    }
}

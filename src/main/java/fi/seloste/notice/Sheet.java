package fi.seloste.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The text of a declaration while a form changes some of it: everything else keeps its place, order and style, and the comments stay.
 * Give it text that {@link DeclarationReader} has read; the result is read again before anybody relies on it.
 */
public final class Sheet {

    private final MappingNode root;

    private Sheet(MappingNode root) {
        this.root = root;
    }

    public static Sheet of(String yaml) {
        var settings = LoadSettings.builder().setParseComments(true).build();
        return new Compose(settings)
                .composeString(yaml)
                .filter(MappingNode.class::isInstance)
                .map(node -> new Sheet((MappingNode) node))
                .orElseThrow(() -> new IllegalArgumentException("not a declaration"));
    }

    /** The text at a path; empty where none is. */
    public String text(String... path) {
        return at(path).filter(ScalarNode.class::isInstance)
                .map(node -> ((ScalarNode) node).getValue())
                .orElse("");
    }

    /** The wording at a path by language; one that is the same in every language stands under each. */
    public Map<String, String> words(List<String> languages, String... path) {
        var words = new LinkedHashMap<String, String>();
        for (var language : languages) {
            var node = at(path).orElse(null);
            var own = node instanceof MappingNode map ? find(map, language) : Optional.ofNullable(node);
            words.put(language, own.orElse(null) instanceof ScalarNode scalar ? scalar.getValue() : "");
        }
        return words;
    }

    /** The name of that item of a list whose key has this value. */
    public Optional<Map<String, String>> itemWords(List<String> languages, String key, String value, String... path) {
        if (!(at(path).orElse(null) instanceof SequenceNode list)) {
            return Optional.empty();
        }
        return list.getValue().stream()
                .filter(MappingNode.class::isInstance)
                .map(node -> new Sheet((MappingNode) node))
                .filter(item -> item.text(key).equals(value))
                .map(item -> item.words(languages, "name"))
                .filter(words -> !words.containsValue(""))
                .findFirst();
    }

    private Optional<Node> at(String... path) {
        Optional<Node> place = Optional.of(root);
        for (var key : path) {
            place = place.flatMap(node -> node instanceof MappingNode map ? find(map, key) : Optional.empty());
        }
        return place;
    }

    /** Puts text, a list or a map (of the same) at a path, making what is missing on the way. */
    public Sheet set(Object value, String... path) {
        var place = root;
        for (int i = 0; i < path.length - 1; i++) {
            place = under(place, path[i]);
        }
        put(place, path[path.length - 1], value);
        return this;
    }

    /** As {@link #set}, and takes the entry away where there is no value. */
    public Sheet setOrRemove(@Nullable String value, String... path) {
        return value == null || value.isBlank() ? remove(path) : set(value.strip(), path);
    }

    public Sheet remove(String... path) {
        var place = at(Arrays.copyOf(path, path.length - 1));
        if (place.orElse(null) instanceof MappingNode map) {
            map.getValue().removeIf(tuple -> isKey(tuple, path[path.length - 1]));
        }
        return this;
    }

    /** Copies what another declaration has at a path, in these languages. */
    public Sheet take(Sheet from, List<String> languages, String... path) {
        var node = from.at(path).orElseThrow(() -> new IllegalArgumentException("nothing at " + List.of(path)));
        spoken(node, languages);
        var place = root;
        for (int i = 0; i < path.length - 1; i++) {
            place = under(place, path[i]);
        }
        replace(place, path[path.length - 1], node);
        return this;
    }

    private static void spoken(Node node, List<String> languages) {
        if (node instanceof MappingNode map) {
            var tuples = map.getValue();
            if (tuples.stream().allMatch(Sheet::isWording)) {
                tuples.removeIf(tuple -> languages.stream().noneMatch(language -> isKey(tuple, language)));
            }
            tuples.forEach(tuple -> spoken(tuple.getValueNode(), languages));
        }
    }

    private static boolean isWording(NodeTuple tuple) {
        return DeclarationReader.LANGUAGES.stream().anyMatch(language -> isKey(tuple, language));
    }

    /** Every text in which a name stands says the other name instead. */
    public Sheet rename(String before, String after) {
        renamed(root, Pattern.compile(Pattern.quote(before)), after);
        return this;
    }

    public String text() {
        var out = new StringBuilder();
        var settings = DumpSettings.builder()
                .setWidth(140)
                .setDumpComments(true)
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .build();
        new Dump(settings).dumpNode(root, new StreamDataWriter() {
            @Override
            public void write(String text) {
                out.append(text);
            }

            @Override
            public void write(String text, int from, int length) {
                out.append(text, from, from + length);
            }
        });
        return out.toString();
    }

    private static MappingNode under(MappingNode place, String key) {
        if (find(place, key).orElse(null) instanceof MappingNode map) {
            return map;
        }
        var made = new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK);
        replace(place, key, made);
        return made;
    }

    private static void put(MappingNode place, String key, Object value) {
        var old = find(place, key);
        var made = node(value);
        if (made instanceof ScalarNode scalar && old.orElse(null) instanceof ScalarNode before) {
            made = new ScalarNode(Tag.STR, scalar.getValue(), before.getScalarStyle());
        }
        replace(place, key, made);
    }

    private static void replace(MappingNode place, String key, Node value) {
        var tuples = place.getValue();
        for (int i = 0; i < tuples.size(); i++) {
            if (isKey(tuples.get(i), key)) {
                tuples.set(i, new NodeTuple(tuples.get(i).getKeyNode(), value));
                return;
            }
        }
        tuples.add(new NodeTuple(new ScalarNode(Tag.STR, key, ScalarStyle.PLAIN), value));
    }

    private static Node node(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var tuples = new ArrayList<NodeTuple>();
                map.forEach((key, one) -> tuples.add(
                        new NodeTuple(new ScalarNode(Tag.STR, key.toString(), ScalarStyle.PLAIN), node(one))));
                yield new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
            }
            case List<?> list -> {
                var nodes = new ArrayList<Node>();
                list.forEach(one -> nodes.add(node(one)));
                boolean plain = list.stream().allMatch(String.class::isInstance);
                yield new SequenceNode(Tag.SEQ, nodes, plain ? FlowStyle.FLOW : FlowStyle.BLOCK);
            }
            default -> new ScalarNode(Tag.STR, value.toString().strip(), ScalarStyle.PLAIN);
        };
    }

    private static Optional<Node> find(MappingNode place, String key) {
        return place.getValue().stream()
                .filter(tuple -> isKey(tuple, key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static boolean isKey(NodeTuple tuple, String key) {
        return tuple.getKeyNode() instanceof ScalarNode scalar
                && scalar.getValue().equals(key);
    }

    private static void renamed(Node node, Pattern before, String after) {
        switch (node) {
            case MappingNode map ->
                map.getValue()
                        .replaceAll(tuple ->
                                new NodeTuple(tuple.getKeyNode(), worded(tuple.getValueNode(), before, after)));
            case SequenceNode list -> list.getValue().replaceAll(one -> worded(one, before, after));
            default -> {
                // a scalar is replaced where it stands
            }
        }
    }

    private static Node worded(Node node, Pattern before, String after) {
        if (!(node instanceof ScalarNode scalar)) {
            renamed(node, before, after);
            return node;
        }
        if (!before.matcher(scalar.getValue()).find()) {
            return node;
        }
        var text = before.matcher(scalar.getValue()).replaceAll(java.util.regex.Matcher.quoteReplacement(after));
        return new ScalarNode(Tag.STR, text, scalar.getScalarStyle());
    }
}

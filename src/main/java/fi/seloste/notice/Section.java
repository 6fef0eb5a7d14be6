package fi.seloste.notice;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of the file while it is read. It remembers which keys were asked for; whatever else stands there, {@link #end} reports
 * with the key that was probably meant.
 */
final class Section {

    private final Flaws flaws;
    private final String path;
    private final MappingNode node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Section(Flaws flaws, String path, MappingNode node) {
        this.flaws = flaws;
        this.path = path;
        this.node = node;
        node.getValue().forEach(tuple -> {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (keys.putIfAbsent(key, tuple.getKeyNode()) != null) {
                flaws.add(tuple.getKeyNode(), under(key), "duplicate", key);
            } else {
                values.put(key, tuple.getValueNode());
            }
        });
    }

    String path() {
        return path;
    }

    String under(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    void flaw(String key, String flaw, Object... arguments) {
        var at = values.get(key);
        flaws.add(at == null ? node : at, under(key), flaw, arguments);
    }

    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    Set<String> keys() {
        return values.keySet();
    }

    @Nullable
    String find(String key) {
        asked.add(key);
        return switch (values.get(key)) {
            case null -> null;
            case ScalarNode scalar -> scalar.getValue().strip();
            default -> {
                flaw(key, "notText", key);
                yield null;
            }
        };
    }

    String text(String key) {
        var value = find(key);
        if (value == null || value.isEmpty()) {
            if (value != null || !values.containsKey(key)) {
                flaw(key, "missing", key);
            }
            return "";
        }
        return value;
    }

    @Nullable
    LocalDate findDate(String key) {
        var value = find(key);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            flaw(key, "notDate", key, String.valueOf(value));
            return null;
        }
    }

    LocalDate date(String key) {
        if (!has(key)) {
            flaw(key, "missing", key);
        }
        var date = findDate(key);
        return date == null ? LocalDate.EPOCH : date;
    }

    @Nullable
    Period findPeriod(String key) {
        var value = find(key);
        try {
            var period = value == null ? null : Period.parse(value);
            if (period != null && (period.isNegative() || period.getDays() != 0 && period.toTotalMonths() != 0)) {
                throw new DateTimeParseException("negative or mixed", String.valueOf(value), 0);
            }
            return period;
        } catch (DateTimeParseException | ArithmeticException e) {
            flaw(key, "notPeriod", key, String.valueOf(value));
            return null;
        }
    }

    <E extends Enum<E> & Coded> @Nullable E findChoice(String key, Class<E> type) {
        var value = find(key);
        if (value == null) {
            return null;
        }
        var choices = Arrays.stream(type.getEnumConstants()).map(Coded::code).toList();
        for (E choice : type.getEnumConstants()) {
            if (choice.code().equals(value)) {
                return choice;
            }
        }
        flaw(key, "notChoice", value, Nearest.to(value, choices).orElse(String.join(", ", choices)));
        return null;
    }

    <E extends Enum<E> & Coded> E choice(String key, Class<E> type) {
        if (!has(key)) {
            flaw(key, "missing", key);
        }
        var choice = findChoice(key, type);
        return choice == null ? type.getEnumConstants()[0] : choice;
    }

    /** One of two words, where the file may keep silent. */
    boolean either(String key, String yes, String no, boolean otherwise) {
        var value = find(key);
        if (value != null && !value.equals(yes) && !value.equals(no)) {
            flaw(key, "notChoice", value, yes + ", " + no);
        }
        return value == null ? otherwise : value.equals(yes);
    }

    List<String> ids(String key) {
        asked.add(key);
        return switch (values.get(key)) {
            case null -> List.of();
            case SequenceNode sequence -> {
                var ids = new ArrayList<String>();
                sequence.getValue().forEach(one -> {
                    if (one instanceof ScalarNode scalar) {
                        ids.add(scalar.getValue());
                    } else {
                        flaws.add(one, under(key), "notText", key);
                    }
                });
                yield ids;
            }
            default -> {
                flaw(key, "notList", key);
                yield List.of();
            }
        };
    }

    /** Ids that must name something known; {@code what} is the kind of thing, as the sentence calls it. */
    List<String> references(String key, Collection<String> known, String what) {
        var ids = ids(key);
        if (values.get(key) instanceof SequenceNode sequence) {
            for (Node one : sequence.getValue()) {
                if (one instanceof ScalarNode scalar && !known.contains(scalar.getValue())) {
                    var meant = Nearest.to(scalar.getValue(), known).orElse(String.join(", ", known));
                    flaws.add(one, under(key), "unknown." + what, scalar.getValue(), meant);
                }
            }
        }
        return ids.stream().filter(known::contains).distinct().toList();
    }

    /** The section under a key; where it is missing an empty one, which reports what it lacks at the line of this one. */
    Section section(String key) {
        asked.add(key);
        if (values.get(key) instanceof MappingNode mapping) {
            return new Section(flaws, under(key), mapping);
        }
        flaw(key, values.containsKey(key) ? "notMappingAt" : "missing", key);
        return new Section(new Flaws(""), under(key), new MappingNode(node.getTag(), List.of(), node.getFlowStyle()));
    }

    @Nullable
    Section findSection(String key) {
        return has(key) ? section(key) : null;
    }

    List<Section> items(String key) {
        asked.add(key);
        if (!values.containsKey(key)) {
            return List.of();
        }
        if (!(values.get(key) instanceof SequenceNode sequence)) {
            flaw(key, "notList", key);
            return List.of();
        }
        var items = new ArrayList<Section>();
        for (Node one : sequence.getValue()) {
            if (one instanceof MappingNode mapping) {
                items.add(new Section(flaws, under(key) + "[" + items.size() + "]", mapping));
            } else {
                flaws.add(one, under(key), "notMappingAt", key);
            }
        }
        return items;
    }

    /** Every entry of a section of sections, by its id. */
    Map<String, Section> entries() {
        var entries = new LinkedHashMap<String, Section>();
        values.keySet().forEach(id -> {
            if (values.get(id) instanceof MappingNode) {
                entries.put(id, section(id));
            } else {
                asked.add(id);
                flaw(id, "notMappingAt", id);
            }
        });
        return entries;
    }

    @Nullable
    Node value(String key) {
        asked.add(key);
        return values.get(key);
    }

    void end() {
        keys.forEach((key, at) -> {
            if (!asked.contains(key)) {
                var meant = Nearest.to(key, asked).orElse(String.join(", ", asked));
                flaws.add(at, under(key), isCutByComma(key) ? "comma" : "unknownKey", key, meant);
            }
        });
    }

    /** Inside braces a comma ends a text: what follows it then stands there as a key without a value. */
    private boolean isCutByComma(String key) {
        return node.getFlowStyle() == FlowStyle.FLOW
                && values.get(key) instanceof ScalarNode scalar
                && scalar.getValue().isEmpty();
    }
}

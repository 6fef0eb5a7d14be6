package fi.seloste.notice;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * YAML as far as a declaration needs it: mappings, lists and text. Aliases, tags, several documents, great depth and great size are
 * refused while the events stream by, before any tree is built, so that no small file can become a large one.
 */
final class Yaml {

    static final int LARGEST = 1_000_000;
    private static final int DEEPEST = 12;

    private final String file;
    private final Flaws flaws;

    Yaml(String file, Flaws flaws) {
        this.file = file;
        this.flaws = flaws;
    }

    Optional<MappingNode> read(byte[] content) {
        if (content.length > LARGEST) {
            return flaw("tooLarge", Integer.toString(LARGEST));
        }
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return flaw("notUtf8");
        } catch (MarkedYamlEngineException e) {
            flaws.add(e.getProblemMark(), "", "notYaml", e.getProblem());
            return Optional.empty();
        } catch (YamlEngineException e) {
            return flaw(
                    "notYaml",
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private Optional<MappingNode> read(String text) {
        if (!isPlain(text)) {
            return Optional.empty();
        }
        var root = new Compose(settings()).composeString(text);
        if (root.isPresent() && root.get() instanceof MappingNode mapping) {
            return Optional.of(mapping);
        }
        return flaw("notMapping");
    }

    private LoadSettings settings() {
        return LoadSettings.builder().setLabel(file).setCodePointLimit(LARGEST).build();
    }

    private boolean isPlain(String text) {
        int depth = 0;
        int documents = 0;
        for (Event event : new Parse(settings()).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            var wrong = documents > 1 ? "documents" : depth > DEEPEST ? "tooDeep" : wrong(event);
            if (wrong != null) {
                flaws.add(event.getStartMark(), "", wrong, Integer.toString(DEEPEST));
                return false;
            }
        }
        return true;
    }

    private static @Nullable String wrong(Event event) {
        if (event instanceof AliasEvent
                || event instanceof NodeEvent node
                        && node.getAnchor().map(Anchor::getValue).isPresent()) {
            return "alias";
        }
        var tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.<String>empty();
        };
        return tag.isPresent() ? "tag" : null;
    }

    private Optional<MappingNode> flaw(String key, Object... arguments) {
        flaws.add(Optional.empty(), "", key, arguments);
        return Optional.empty();
    }
}

package fi.seloste.notice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads wording in every language the declaration speaks. A name that is the same everywhere may be written once. */
record Words(List<String> languages) {

    Text in(Section section, String key) {
        if (!section.has(key)) {
            section.flaw(key, "missing", key);
            return Text.NONE;
        }
        return find(section, key).orElse(Text.NONE);
    }

    Text orNone(Section section, String key) {
        return find(section, key).orElse(Text.NONE);
    }

    private Optional<Text> find(Section section, String key) {
        return switch (section.value(key)) {
            case null -> Optional.empty();
            case ScalarNode scalar -> Optional.of(same(scalar.getValue()));
            case MappingNode mapping -> Optional.of(of(section.section(key)));
            default -> {
                section.flaw(key, "notWords", key);
                yield Optional.empty();
            }
        };
    }

    Text of(Section section) {
        var words = new LinkedHashMap<String, String>();
        for (var language : languages) {
            var text = section.find(language);
            if (text == null || text.isBlank()) {
                section.flaw(language, "untranslated", section.path(), language);
            } else {
                words.put(language, text);
            }
        }
        section.end();
        return new Text(words);
    }

    private Text same(String text) {
        var words = new LinkedHashMap<String, String>();
        languages.forEach(language -> words.put(language, text.strip()));
        return new Text(words);
    }
}

package fi.seloste.marketing;

import fi.seloste.base.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;

/**
 * What the form of a campaign's words sends: {@code subject.fi}, {@code why.fi}, and for each block {@code b0.kind}, {@code b0.url}, {@code b0.fi}, of a
 * picture {@code b0.picture} from the library too. The
 * button that was pressed may add a block, move one or take one away; what was typed is kept either way.
 */
record ContentForm(Content content, List<String> removed, boolean goesOn) {

    static ContentForm of(Content before, MultiValueMap<String, String> sent) {
        return of(before, sent, Cleaned::of);
    }

    private static ContentForm of(Content before, MultiValueMap<String, String> sent, Function<String, Cleaned> read) {
        var removed = new TreeSet<String>();
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < 60 && sent.containsKey("b" + i + ".kind"); i++) {
            blocks.add(block(before, sent, "b" + i, read, removed));
        }
        var act = text(sent, "act");
        acted(blocks, act);
        var content =
                new Content(before.languages(), words(before, sent, "subject"), words(before, sent, "why"), blocks);
        return new ContentForm(content, List.copyOf(removed), !act.isEmpty() && !act.equals("save"));
    }

    /**
     * What was typed, to be shown again beside what is wrong with it: to the letter, so that what a mail must not hold is taken out when it is saved, and told then.
     * What cannot even be shown gives way to what was there.
     */
    static Content typed(Content before, MultiValueMap<String, String> sent) {
        try {
            return of(before, sent, words -> new Cleaned(words, List.of())).content();
        } catch (Problem.Invalid e) {
            return before;
        }
    }

    private static Block block(
            Content before,
            MultiValueMap<String, String> sent,
            String name,
            Function<String, Cleaned> read,
            TreeSet<String> removed) {
        var kind = Block.Kind.of(text(sent, name + ".kind"));
        var words = new TreeMap<String, String>();
        before.languages().forEach(language -> {
            var written = text(sent, name + "." + language);
            if (kind == Block.Kind.TEXT) {
                var cleaned = read.apply(written);
                removed.addAll(cleaned.removed());
                words.put(language, cleaned.words());
            } else {
                words.put(language, written);
            }
        });
        var chosen = text(sent, name + ".picture");
        return new Block(kind, chosen.isEmpty() ? text(sent, name + ".url") : chosen, words);
    }

    private static Map<String, String> words(Content before, MultiValueMap<String, String> sent, String name) {
        var words = new TreeMap<String, String>();
        before.languages().forEach(language -> words.put(language, text(sent, name + "." + language)));
        return words;
    }

    /** {@code add.text}, {@code up.3}, {@code down.3}, {@code remove.3}; what is not understood does nothing. */
    private static void acted(List<Block> blocks, String act) {
        var parts = act.split("\\.", 2);
        if (parts.length < 2) {
            return;
        }
        if (parts[0].equals("add")) {
            blocks.add(Block.empty(Block.Kind.of(parts[1])));
            return;
        }
        int at = parts[1].matches("\\d{1,2}") ? Integer.parseInt(parts[1]) : -1;
        if (at < 0 || at >= blocks.size()) {
            return;
        }
        switch (parts[0]) {
            case "remove" -> blocks.remove(at);
            case "up" -> blocks.add(Math.max(0, at - 1), blocks.remove(at));
            case "down" -> blocks.add(Math.min(blocks.size() - 1, at + 1), blocks.remove(at));
            default -> {}
        }
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value;
    }
}

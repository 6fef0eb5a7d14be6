package fi.seloste.notice;

import fi.seloste.base.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** The flaws found while a file is read. Reading goes on after one, so that a person sees them all at once. */
final class Flaws {

    private static final int ENOUGH = 100;

    private final String file;
    private final List<Flaw> found = new ArrayList<>();

    Flaws(String file) {
        this.file = file;
    }

    /** Both sentences of a flaw live under one key. */
    void add(Optional<Mark> mark, String path, String key, Object... arguments) {
        if (found.size() < ENOUGH) {
            found.add(new Flaw(
                    new Flaw.Place(
                            file,
                            mark.map(Mark::getLine).orElse(0) + 1,
                            mark.map(Mark::getColumn).orElse(0) + 1,
                            path),
                    Sentence.of("notice.flaw." + key, arguments),
                    Sentence.of("notice.flaw." + key + ".remedy", arguments)));
        }
    }

    void add(Node node, String path, String key, Object... arguments) {
        add(node.getStartMark(), path, key, arguments);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Flaw> list() {
        return found.stream()
                .sorted(Comparator.comparingInt((Flaw flaw) -> flaw.place().line())
                        .thenComparingInt(flaw -> flaw.place().column()))
                .toList();
    }
}

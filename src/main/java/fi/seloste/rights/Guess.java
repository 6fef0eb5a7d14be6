package fi.seloste.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a message may be asking for, by a list of words that anybody can read ({@code rights/guesses.txt}). It says by which words it
 * guesses, so that whoever decides sees how little it knows.
 */
record Guess(Right right, String language, List<String> words) {

    private static final List<Known> LIST = read();

    private record Known(Right right, String language, List<String> words) {}

    static Optional<Guess> of(String text) {
        var written = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}-]+", " ") + " ";
        Map<Right, List<Known>> found = new LinkedHashMap<>();
        for (var known : LIST) {
            var words = known.words.stream()
                    .filter(word -> written.contains(" " + word))
                    .toList();
            if (!words.isEmpty()) {
                found.computeIfAbsent(known.right, right -> new ArrayList<>())
                        .add(new Known(known.right, known.language, words));
            }
        }
        return found.values().stream()
                .max(Comparator.comparingInt(Guess::weight))
                .map(Guess::guess);
    }

    private static int weight(List<Known> found) {
        return found.stream().mapToInt(one -> one.words.size()).sum();
    }

    private static Guess guess(List<Known> found) {
        var most = found.stream()
                .max(Comparator.comparingInt(one -> one.words.size()))
                .orElseThrow();
        var words = found.stream().flatMap(one -> one.words.stream()).distinct().toList();
        return new Guess(most.right, most.language, words);
    }

    private static List<Known> read() {
        try (var in = Guess.class.getResourceAsStream("/rights/guesses.txt")) {
            if (in == null) {
                throw new IllegalStateException("The words rights/guesses.txt are not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Guess::known)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Known known(String line) {
        var parts = List.of(line.split(";")).stream().map(String::strip).collect(Collectors.toList());
        return new Known(Right.of(parts.get(0)), parts.get(1), List.copyOf(parts.subList(2, parts.size())));
    }
}

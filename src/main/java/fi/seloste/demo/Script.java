package fi.seloste.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The made-up lists that lie beside the program: one thing a line, its parts between semicolons. */
final class Script {

    private Script() {}

    static List<List<String>> lines(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Script::parts)
                .toList();
    }

    /** Words by their group: {@code fi: Aino Anna}. */
    static Map<String, List<String>> words(String name) {
        return grouped(name, " ");
    }

    /** Phrases by their group: {@code water: Network engineer; Process operator}. */
    static Map<String, List<String>> phrases(String name) {
        return grouped(name, ";");
    }

    static byte[] bytes(String name) {
        try (var in = Script.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The list demo/" + name + " is not in the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> grouped(String name, String between) {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(
                        part -> part[0],
                        part -> Arrays.stream(part[1].split(between))
                                .map(String::strip)
                                .toList()));
    }

    private static List<String> parts(String line) {
        return Arrays.stream(line.split(";", -1)).map(String::strip).toList();
    }
}

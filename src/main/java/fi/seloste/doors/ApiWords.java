package fi.seloste.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the description of the API says in words, from {@code api/words.yaml}; in English, as programmers read it. */
final class ApiWords {

    private final Map<?, ?> words;

    private ApiWords(Map<?, ?> words) {
        this.words = words;
    }

    static ApiWords read() {
        try (var file = ApiWords.class.getClassLoader().getResourceAsStream("api/words.yaml")) {
            var read = new Load(LoadSettings.builder().build()).loadFromInputStream(Objects.requireNonNull(file));
            return new ApiWords((Map<?, ?>) read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call: its id, tag and words, the status of success, and whether the answer has an ETag. */
    record Call(
            String id,
            String tag,
            String summary,
            String text,
            String status,
            @Nullable String also,
            @Nullable String file,
            @Nullable String answers,
            boolean etag) {}

    String about() {
        return String.valueOf(words.get("about")).strip();
    }

    Map<?, ?> tags() {
        return part("tags");
    }

    Optional<Call> call(String method, String path) {
        return part("operations").get(method + " " + path) instanceof Map<?, ?> call
                ? Optional.of(new Call(
                        text(call, "id").orElseThrow(),
                        text(call, "tag").orElseThrow(),
                        text(call, "summary").orElseThrow(),
                        text(call, "text").orElse(""),
                        text(call, "status").orElse("200"),
                        text(call, "also").orElse(null),
                        text(call, "file").orElse(null),
                        text(call, "answers").orElse(null),
                        call.containsKey("etag")))
                : Optional.empty();
    }

    Optional<String> parameter(String name) {
        return text(part("parameters"), name);
    }

    Optional<String> schema(String name) {
        return text(part("schemas"), name);
    }

    /** Of one schema, or of every field of that name. */
    Optional<String> field(String schema, String name) {
        return text(part("fields"), schema + "." + name).or(() -> text(part("fields"), name));
    }

    /** The words that a field may have; none where they are not few. */
    List<?> values(String schema, String name) {
        var enums = part("enums");
        var known = enums.get(schema + "." + name);
        return known instanceof List<?> list ? list : enums.get(name) instanceof List<?> list ? list : List.of();
    }

    /** The calls in the order of their reader. */
    List<String> order() {
        return part("operations").keySet().stream().map(String::valueOf).toList();
    }

    private Map<?, ?> part(String name) {
        return words.get(name) instanceof Map<?, ?> part ? part : Map.of();
    }

    private static Optional<String> text(Map<?, ?> map, String name) {
        return Optional.ofNullable(map.get(name)).map(String::valueOf).map(String::strip);
    }
}

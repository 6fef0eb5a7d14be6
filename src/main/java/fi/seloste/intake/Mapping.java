package fi.seloste.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.seloste.base.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What becomes of every column of a file, in the file's order. It is remembered under the fingerprint of its headers. */
public record Mapping(Map<String, Target> targets) {

    public Mapping {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }

    public Target of(String header) {
        return targets.getOrDefault(header, new Target.Unmapped());
    }

    public Mapping with(String header, Target target) {
        var all = new LinkedHashMap<>(targets);
        all.put(header, target);
        return new Mapping(all);
    }

    /** Codes by header as the API sends them; a header that the file does not have is a mistake worth telling. */
    public Mapping with(Map<String, String> codes) {
        var all = new LinkedHashMap<>(targets);
        codes.forEach((header, code) -> {
            if (all.replace(header, Target.parse(code)) == null) {
                throw Problem.invalid("mapping", "intake.mapping.unknownHeader", header);
            }
        });
        return new Mapping(all);
    }

    public List<String> unmapped() {
        return headersTo(Target.Unmapped.class);
    }

    public List<String> dropped() {
        return headersTo(Target.Drop.class);
    }

    private List<String> headersTo(Class<? extends Target> kind) {
        return targets.keySet().stream()
                .filter(header -> kind.isInstance(targets.get(header)))
                .toList();
    }

    /** For files that come by API without a mapping: what nothing is known of becomes a note. */
    public Mapping withUnmappedAs(Target target) {
        var all = new LinkedHashMap<>(targets);
        unmapped().forEach(header -> all.put(header, target));
        return new Mapping(all);
    }

    boolean has(Field... fields) {
        var wanted = List.of(fields);
        return targets.values().stream()
                .anyMatch(target -> target instanceof Target.To to && wanted.contains(to.field()));
    }

    public String fingerprint() {
        return fingerprint(targets.keySet());
    }

    /** The same for the same headers in any order. */
    public static String fingerprint(Collection<String> headers) {
        var text = headers.stream().map(Headers::plain).sorted().collect(Collectors.joining("\u001F"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One line a column: code, tab, header. Headers hold no line breaks and no tabs. */
    public String serialised() {
        return targets.entrySet().stream()
                .map(column -> column.getValue().code() + "\t" + column.getKey())
                .collect(Collectors.joining("\n"));
    }

    public static Mapping parse(String serialised) {
        var targets = new LinkedHashMap<String, Target>();
        serialised.lines().forEach(line -> {
            var tab = line.indexOf('\t');
            if (tab < 0) {
                throw Problem.invalid("mapping", "intake.mapping.unknownField", line);
            }
            targets.put(line.substring(tab + 1), Target.parse(line.substring(0, tab)));
        });
        return new Mapping(targets);
    }

    /** This mapping's choices for another file of the same headers, whose order may differ. */
    public Mapping inOrderOf(List<String> headers) {
        var byPlain = targets.entrySet().stream()
                .collect(Collectors.toMap(column -> Headers.plain(column.getKey()), Map.Entry::getValue, (a, b) -> a));
        var all = new LinkedHashMap<String, Target>();
        headers.forEach(header -> all.put(header, byPlain.getOrDefault(Headers.plain(header), new Target.Unmapped())));
        return new Mapping(all);
    }
}

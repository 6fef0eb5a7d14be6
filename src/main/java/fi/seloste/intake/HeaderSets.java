package fi.seloste.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Knows the exports of other systems, and the words people head their own lists with in Finnish, Swedish and English. The words stand
 * in {@code intake/header-sets.txt}.
 */
public final class HeaderSets {

    private static final Map<HeaderSet, Words> SETS = read();

    private HeaderSets() {}

    public record Recognised(HeaderSet set, Mapping mapping) {}

    public static Recognised recognise(FileFormat format) {
        return recognise(format.headers());
    }

    public static Recognised recognise(List<String> headers) {
        var plain = new HashSet<String>();
        headers.forEach(header -> plain.add(Headers.plain(header)));
        for (var set : HeaderSet.values()) {
            var words = words(set);
            if (set == HeaderSet.FREE || plain.containsAll(words.signature())) {
                return new Recognised(set, mapping(headers, words));
            }
        }
        throw new IllegalStateException();
    }

    /** Whether a header says no more than that a note stands below it. */
    static boolean isNote(String header) {
        return words(HeaderSet.FREE).guess(header) instanceof Target.Note
                || Headers.plain(header).endsWith("notes");
    }

    private static Mapping mapping(List<String> headers, Words words) {
        var targets = new LinkedHashMap<String, Target>();
        var taken = new HashSet<Target>();
        for (var header : headers) {
            var target = words.find(Headers.plain(header));
            var chosen = target == null ? free(words(HeaderSet.FREE).guess(header), taken) : once(target, taken);
            taken.add(unlabelled(chosen));
            targets.put(header, chosen);
        }
        return new Mapping(targets);
    }

    /** A known export that says one thing twice: Company Name and Associated Company. */
    private static Target once(Target target, HashSet<Target> taken) {
        var free = free(target, taken);
        var repeats = free instanceof Target.Unmapped && target instanceof Target.To to && to.field() != Field.WEBSITE;
        return repeats ? new Target.Drop("repeated") : free;
    }

    /** A second column of one field gets the next number, or is left to a person where the field can be told only once. */
    private static Target free(Target target, HashSet<Target> taken) {
        if (!(target instanceof Target.To to) || to.field() == Field.TAGS || isFlag(to.field())) {
            return target;
        }
        if (!taken.contains(unlabelled(to))) {
            return to;
        }
        if (to.field() != Field.EMAIL && to.field() != Field.PHONE) {
            return new Target.Unmapped();
        }
        var next = to;
        while (taken.contains(unlabelled(next))) {
            next = new Target.To(to.field(), next.number() + 1, to.label());
        }
        return next;
    }

    // Several columns may each say a part of these: two signs of an unsubscription, a column for each role.
    private static boolean isFlag(Field field) {
        return switch (field) {
            case UNSUBSCRIBED, MARKETING_BAN, MARKETING_STATUS, MARKETING_ALLOWED, BOUNCED, ROLES -> true;
            default -> false;
        };
    }

    private static Target unlabelled(Target target) {
        return target instanceof Target.To to ? new Target.To(to.field(), to.number(), "") : target;
    }

    private static Words words(HeaderSet set) {
        return Objects.requireNonNull(SETS.get(set));
    }

    private static Map<HeaderSet, Words> read() {
        var sets = new EnumMap<HeaderSet, Words>(HeaderSet.class);
        var words = new Words(new ArrayList<>(), new LinkedHashMap<>());
        for (var line : lines()) {
            if (line.startsWith("== ")) {
                words = new Words(new ArrayList<>(), new LinkedHashMap<>());
                sets.put(
                        HeaderSet.valueOf(line.substring(3)
                                .toUpperCase(java.util.Locale.ROOT)
                                .replace('-', '_')),
                        words);
            } else if (line.startsWith("? ")) {
                words.signature().add(Headers.plain(line.substring(2)));
            } else if (line.contains(" = ")) {
                var target = line.substring(line.lastIndexOf(" = ") + 3).strip();
                for (var header : line.substring(0, line.lastIndexOf(" = ")).split(" \\| ")) {
                    words.targets().put(Headers.plain(header), target);
                }
            }
        }
        return sets;
    }

    private static List<String> lines() {
        try (var in = HeaderSets.class.getResourceAsStream("/intake/header-sets.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package fi.seloste.notice;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a change is material, and for whom. WP260 rev.01, para. 29, names changes of purpose, of the controller's identity and of how
 * rights are exercised; we add new data, new sources, new recipients and countries, and longer keeping. A better wording is not material.
 */
record Materiality(Declaration before, Declaration after, String path, Amendment.Kind kind) {

    private static final Pattern ALWAYS = Pattern.compile("controller\\.identity\\..*"
            + "|purposes\\.[^.]+(\\.uses|\\.justification\\.basis)"
            + "|categories\\.[^.]+\\.links\\..*"
            + "|recipients\\.[^.]+(\\.role|\\.inUse|\\.place\\.(country|safeguard)|\\.scope\\..*)"
            + "|sources\\.[^.]+\\.kind"
            + "|practices\\..*");
    private static final Pattern WHEN_ADDED = Pattern.compile("(purposes|categories|recipients|sources)\\.[^.]+");
    private static final Pattern WHEN_REMOVED = Pattern.compile("rights\\..*|automated");
    private static final Pattern KEEPING =
            Pattern.compile("categories\\.[^.]+\\.retention\\..*\\.(anchor|period|action)");

    boolean isMaterial() {
        return ALWAYS.matcher(path).matches()
                || kind == Amendment.Kind.ADDED && WHEN_ADDED.matcher(path).matches() && !isUnusedRecipient()
                || kind == Amendment.Kind.REMOVED && WHEN_REMOVED.matcher(path).matches()
                || KEEPING.matcher(path).matches() && !isShorter();
    }

    /** A recipient that gets nothing concerns nobody yet. */
    private boolean isUnusedRecipient() {
        var recipient = after.processing().recipients().get(part(1));
        return part(0).equals("recipients") && recipient != null && !recipient.inUse();
    }

    private boolean isShorter() {
        var old = before.category(part(1)).flatMap(one -> one.retention().general());
        var now = after.category(part(1)).flatMap(one -> one.retention().general());
        return path.endsWith(".period")
                && old.isPresent()
                && now.isPresent()
                && path.endsWith("general.period")
                && days(now.get()) < days(old.get());
    }

    private static long days(RetentionRule rule) {
        return rule.period().toTotalMonths() * 30 + rule.period().getDays();
    }

    /** The groups of people whom the change concerns; nobody where it is not material. */
    Set<String> groups() {
        if (!isMaterial()) {
            return Set.of();
        }
        var groups = new TreeSet<String>();
        Stream.of(before, after).forEach(one -> groups.addAll(groupsIn(one)));
        return groups;
    }

    private Set<String> groupsIn(Declaration declaration) {
        var categories = declaration.processing().categories().values().stream();
        var id = part(1);
        var concerned = switch (part(0)) {
            case "purposes" -> categories.filter(one -> one.purposes().contains(id));
            case "categories" -> categories.filter(one -> one.id().equals(id));
            case "sources" -> categories.filter(one -> one.links().sources().contains(id));
            case "recipients" -> {
                var recipient = declaration.processing().recipients().get(id);
                yield categories.filter(one ->
                        recipient != null && recipient.scope().categories().contains(one.id()));
            }
            default -> categories;
        };
        var groups = new TreeSet<String>();
        concerned.forEach(one -> groups.addAll(one.links().groups()));
        return groups;
    }

    private String part(int position) {
        var parts = path.split("\\.", -1);
        return position < parts.length ? parts[position] : "";
    }
}

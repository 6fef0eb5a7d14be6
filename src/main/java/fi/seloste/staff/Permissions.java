package fi.seloste.staff;

import fi.seloste.base.Problem;
import fi.seloste.store.Purpose;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that somebody may do. */
public record Permissions(Set<Permission> held) {

    public Permissions {
        held = Set.copyOf(held);
    }

    public static Permissions none() {
        return new Permissions(Set.of());
    }

    public static Permissions of(Collection<Permission> permissions) {
        return new Permissions(Set.copyOf(permissions));
    }

    /** All actions in these purposes, without a limit of scope. */
    public static Permissions allOf(Collection<Purpose> purposes) {
        return of(purposes.stream()
                .flatMap(p -> Arrays.stream(Action.values()).map(a -> new Permission(p, a, Scope.ALL)))
                .toList());
    }

    /** A token's purposes as they are written: {@code support} is every action, {@code support:see} the one, {@code support:see:team} within a scope. */
    static Permissions ofCodes(Collection<String> codes) {
        var held = new LinkedHashSet<Permission>();
        for (var code : codes) {
            var parts = code.strip().split(":", 3);
            var purpose = purpose(parts[0]);
            if (parts.length == 1) {
                held.addAll(allOf(List.of(purpose)).held());
            } else {
                held.add(new Permission(purpose, action(parts[1]), parts.length == 2 ? Scope.ALL : scope(parts[2])));
            }
        }
        return new Permissions(held);
    }

    public boolean may(Purpose purpose, Action action) {
        return scope(purpose, action).isPresent();
    }

    /** Whether it reaches everybody: what meets everybody, such as an import, asks for this. */
    public boolean mayWhole(Purpose purpose, Action action) {
        return scope(purpose, action).filter(Scope.ALL::equals).isPresent();
    }

    /** How far an action reaches; empty where it is not allowed at all. */
    public Optional<Scope> scope(Purpose purpose, Action action) {
        return held.stream()
                .filter(p -> p.purpose() == purpose && (p.action() == action || action == Action.SEE))
                .map(Permission::scope)
                .max(Scope::compareTo);
    }

    /** As it was given, without what follows from it. */
    Optional<Scope> exactly(Purpose purpose, Action action) {
        return held.stream()
                .filter(p -> p.purpose() == purpose && p.action() == action)
                .map(Permission::scope)
                .max(Scope::compareTo);
    }

    /** Whether any of them reaches less than everybody. */
    boolean hasLimits() {
        return held.stream().anyMatch(p -> p.scope() != Scope.ALL);
    }

    public Set<Purpose> purposes() {
        return held.stream().map(Permission::purpose).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether whoever holds these may hand those on. */
    public boolean include(Permissions others) {
        return others.held.stream()
                .allMatch(p -> scope(p.purpose(), p.action())
                        .filter(mine -> mine.compareTo(p.scope()) >= 0)
                        .isPresent());
    }

    private static Purpose purpose(String code) {
        return Permission.HOLDABLE.stream()
                .filter(p -> p.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("purposes", "staff.purpose.unknown", code));
    }

    private static Scope scope(String code) {
        return Arrays.stream(Scope.values())
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("purposes", "staff.scope.unknown", code));
    }

    private static Action action(String code) {
        return Arrays.stream(Action.values())
                .filter(a -> a.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("purposes", "staff.action.unknown", code));
    }
}

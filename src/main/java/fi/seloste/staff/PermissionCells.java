package fi.seloste.staff;

import fi.seloste.store.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;

/** Reads the matrix of permissions as its form sends it. What is not one of its cells is not a permission. */
final class PermissionCells {

    private PermissionCells() {}

    static Permissions read(Map<String, String> sent) {
        var held = new ArrayList<Permission>();
        for (var purpose : Permission.HOLDABLE) {
            for (var action : Action.values()) {
                add(held, purpose, action, sent.getOrDefault(purpose.code() + "." + action.code(), ""));
            }
        }
        return Permissions.of(held);
    }

    private static void add(ArrayList<Permission> held, Purpose purpose, Action action, String scope) {
        Arrays.stream(Scope.values())
                .filter(known -> known.code().equals(scope))
                .forEach(known -> held.add(new Permission(purpose, action, known)));
    }
}

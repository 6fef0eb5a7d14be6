package fi.seloste.staff;

import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One account: whose it is, and what its owner may do, purpose by purpose. */
public record AccountPage(
        Details account,
        Matrix matrix,
        List<Option> zones,
        @Nullable String link,
        Errors errors) implements View {

    /** Whose it is; version guards against two who change at once. */
    public record Details(
            String id,
            int version,
            String name,
            String email,
            String language,
            String zone,
            Ending ending,
            boolean factor) {}

    /** Whether it is closed, whether what it was called is gone, and the last day of that. */
    public record Ending(
            boolean closed, boolean forgotten, @Nullable LocalDate namedUntil) {}

    /** Purposes downwards, actions across; a cell holds the scope, empty where it is not allowed. */
    public record Matrix(List<String> actions, List<Line> lines, boolean mayManage) {}

    public record Line(String purpose, List<Cell> cells) {}

    public record Cell(String name, String scope) {}

    static Matrix matrix(Permissions permissions, boolean mayManage) {
        var actions = Arrays.stream(Action.values()).map(Action::code).toList();
        var lines = Permission.HOLDABLE.stream()
                .map(purpose -> new Line(purpose.code(), cells(purpose, permissions)))
                .toList();
        return new Matrix(actions, lines, mayManage);
    }

    private static List<Cell> cells(Purpose purpose, Permissions permissions) {
        return Arrays.stream(Action.values())
                .map(action -> new Cell(
                        purpose.code() + "." + action.code(),
                        permissions.exactly(purpose, action).map(Scope::code).orElse("")))
                .toList();
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}

package fi.seloste.staff;

import fi.seloste.ui.View;
import java.util.List;

/** Everybody who works here. */
public record StaffListPage(List<Row> rows, boolean mayManage) implements View {

    /** One person. */
    public record Row(
            String id,
            String name,
            String email,
            List<String> purposes,
            List<String> teams,
            boolean closed,
            boolean forgotten) {}
}

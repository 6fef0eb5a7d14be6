package fi.seloste.staff;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** The teams, each with its people to tick. */
public record TeamListPage(List<Team> teams, List<Colleague> colleagues, Errors errors) implements View {

    public record Team(String id, String name, List<String> members) {}

    public record Colleague(String id, String name) {}

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}

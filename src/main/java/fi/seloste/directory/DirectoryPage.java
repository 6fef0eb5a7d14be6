package fi.seloste.directory;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** As what the house is registered at the directory, each value with where it came from, and what the directory must be told. */
public record DirectoryPage(List<Line> lines, String back, boolean set, Errors errors) implements View {

    /** One setting. {@code fixed}: it stands before the console, which cannot change it. A secret has no value here, only whether there is one. */
    public record Line(String key, String value, String origin, boolean fixed, boolean secret, boolean there) {}

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}

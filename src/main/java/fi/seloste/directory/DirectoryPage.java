package fi.seloste.directory;

import fi.seloste.store.SettingLine;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** As what the house is registered at the directory, each value with where it came from, and what the directory must be told. */
public record DirectoryPage(List<SettingLine> lines, String back, boolean set, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}

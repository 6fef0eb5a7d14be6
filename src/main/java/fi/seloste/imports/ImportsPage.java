package fi.seloste.imports;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** The imports so far, and the place to bring a file. */
public record ImportsPage(List<Import> imports, Errors errors) implements View {

    @Override
    public String as() {
        return "customer";
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    public static String tone(Import.State state) {
        return switch (state) {
            case COMMITTED -> "green";
            case FAILED -> "red";
            case MAPPING, PREVIEW -> "yellow";
            case READING, COMMITTING -> "blue";
            case UNDONE -> "grey";
        };
    }
}

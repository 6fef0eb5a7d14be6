package fi.seloste.marketing;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** The pictures that messages may show. */
public record PictureListPage(List<Picture> rows, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "marketing";
    }
}

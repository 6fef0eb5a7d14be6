package fi.seloste.marketing;

import fi.seloste.base.Paged;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** The pictures that messages may show. */
public record PictureListPage(Paged<Picture> read, Errors errors) implements View {

    public List<Picture> rows() {
        return read.items();
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "marketing";
    }
}

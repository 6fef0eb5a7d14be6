package fi.seloste.cards;

import fi.seloste.register.ContactPoint;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import org.jspecify.annotations.Nullable;

/** Adds a contact point, or changes, ends or removes one. */
public record PointPage(Viewpoint at, @Nullable ContactPoint point, PointForm form, Errors errors) implements View {

    public String url() {
        return at.to(point == null ? "/points" : "/points/" + point.id());
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return at.purpose().code();
    }
}

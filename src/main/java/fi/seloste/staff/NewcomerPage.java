package fi.seloste.staff;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.Arrays;
import java.util.List;

/** Somebody is to work here. */
public record NewcomerPage(NewcomerForm form, List<String> roles, Errors errors) implements View {

    static NewcomerPage of(NewcomerForm form, Errors errors) {
        return new NewcomerPage(
                form, Arrays.stream(Role.values()).map(Role::code).toList(), errors);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}

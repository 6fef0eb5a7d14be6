package fi.seloste.cards;

import fi.seloste.register.CustomField;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.Arrays;
import java.util.List;

/** The fields that this company added, to people and to organisations, and a form for one more. */
public record OwnFieldsPage(
        List<CustomField> ofPeople,
        List<CustomField> ofOrganisations,
        String category,
        OwnFieldForm form,
        Errors errors)
        implements View {

    public List<String> kinds() {
        return Arrays.stream(CustomField.Kind.values())
                .map(CustomField.Kind::code)
                .toList();
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}

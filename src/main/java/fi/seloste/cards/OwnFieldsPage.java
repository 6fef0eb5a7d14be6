package fi.seloste.cards;

import fi.seloste.register.CustomField;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The fields that this company added, to people and to organisations, and a form for one more. */
public record OwnFieldsPage(
        List<CustomField> ofPeople,
        List<CustomField> ofOrganisations,
        List<Filings.Offer> offers,
        OwnFieldForm form,
        Errors errors)
        implements View {

    public List<String> kinds() {
        return Arrays.stream(CustomField.Kind.values())
                .map(CustomField.Kind::code)
                .toList();
    }

    /** What a field was said to be, if the notice still lets whoever looks after fields read it. */
    public Optional<Filings.Offer> filed(CustomField field) {
        return offers.stream()
                .filter(one -> one.holder() == field.entity() && one.category().equals(field.category()))
                .findFirst();
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}

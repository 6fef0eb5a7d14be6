package fi.seloste.register;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An organisation to be added. */
public record NewOrganisation(String name, Origin origin, Map<OrganisationField, String> fields) {

    public NewOrganisation {
        name = name.strip().replaceAll("\\s+", " ");
        if (name.isEmpty()) {
            throw Problem.invalid("name", "register.organisation.nameMissing");
        }
        Length.NAME.checked("name", name);
        var checked = new LinkedHashMap<OrganisationField, String>();
        fields.forEach((field, value) -> {
            if (!value.isBlank()) {
                checked.put(field, field.checked(value));
            }
        });
        fields = Map.copyOf(checked);
    }

    public static NewOrganisation of(String name, Origin origin) {
        return new NewOrganisation(name, origin, Map.of());
    }

    public NewOrganisation with(Map<OrganisationField, String> more) {
        return new NewOrganisation(name, origin, more);
    }

    @Nullable
    String field(OrganisationField field) {
        return fields.get(field);
    }
}

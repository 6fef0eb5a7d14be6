package fi.seloste.register;

import fi.seloste.base.Problem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Under which category of the notice a field of this company's own is filed. Its values lie in the table of that category, so whoever reads the category reads them. */
public enum Filing {
    CONTACTS("contact-information", "register.custom_value_of_contacts", CustomField.Holder.PERSON),
    TAGS("contact-tags", "register.custom_value_of_tags", CustomField.Holder.PERSON),
    ORGANISATIONS("organisations", "register.custom_value_of_organisations", CustomField.Holder.ORGANISATION),
    NOTES(
            "relationship-notes",
            "register.custom_value_of_notes",
            CustomField.Holder.PERSON,
            CustomField.Holder.ORGANISATION);

    /** The table that is divided so. */
    public static final String WHOLE = "register.custom_value";

    private final String category;
    private final String table;
    private final Set<CustomField.Holder> holders;

    Filing(String category, String table, CustomField.Holder... holders) {
        this.category = category;
        this.table = table;
        this.holders = EnumSet.copyOf(List.of(holders));
    }

    public String category() {
        return category;
    }

    /** Where the values lie. */
    public String table() {
        return table;
    }

    public boolean fits(CustomField.Holder holder) {
        return holders.contains(holder);
    }

    public static List<Filing> of(CustomField.Holder holder) {
        return Arrays.stream(values()).filter(one -> one.fits(holder)).toList();
    }

    static Filing of(CustomField.Holder holder, String category) {
        return of(holder).stream()
                .filter(one -> one.category.equals(category))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "category",
                        "register.customField.category",
                        category,
                        of(holder).stream().map(Filing::category).collect(Collectors.joining(", "))));
    }

    /** SQL: all values of people's or organisations' fields, for a purpose that reads every part. */
    public static String everywhere(CustomField.Holder holder) {
        return of(holder).stream()
                .map(one -> "select e.custom_field_id, e.%s_id, e.value from %s e".formatted(holder.code(), one.table))
                .collect(Collectors.joining(" union all ", "(", ")"));
    }
}

package fi.seloste.marketing;

import fi.seloste.base.Sentence;
import fi.seloste.register.CustomField;
import fi.seloste.register.CustomField.Holder;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of the own fields that a message says, and their values in words. They are read where the category of the field lies, so a login that may not read it is refused
 * by the database; a message that says none asks for none.
 */
record OwnValues(List<CustomField> fields) {

    static final OwnValues NONE = new OwnValues(List.of());

    boolean isSaid() {
        return !fields.isEmpty();
    }

    /** A column {@code own} of a person {@code p}, in the order of the fields. */
    String column() {
        return fields.isEmpty()
                ? "null::text[] as own"
                : fields.stream().map(OwnValues::value).collect(Collectors.joining(", ", "array[", "] as own"));
    }

    private static String value(CustomField field) {
        var owner = field.entity() == Holder.PERSON
                ? "v.person_id = p.person_id"
                : "v.organisation_id = " + Deliveries.atWork("o.organisation_id");
        return "(select v.value from %s v where %s and v.custom_field_id = '%s')"
                .formatted(field.filing().table(), owner, field.id());
    }

    /** By key, in words of a language; what is not known is not there. */
    Map<String, String> of(ResultSet row, Locale language) throws SQLException {
        if (fields.isEmpty()) {
            return Map.of();
        }
        var values = (@Nullable String[]) row.getArray("own").getArray();
        var said = new HashMap<String, String>();
        for (int i = 0; i < fields.size(); i++) {
            var value = values[i];
            if (value != null) {
                said.put(fields.get(i).key(), said(fields.get(i).kind(), value, language));
            }
        }
        return said;
    }

    static String said(CustomField.Kind kind, String value, Locale language) {
        return switch (kind) {
            case TEXT, CHOICE -> value;
            case NUMBER -> number(new BigDecimal(value), language);
            case DATE -> Sentence.of("merge.value.day", LocalDate.parse(value)).in(language);
            case YES_NO -> Sentence.of("merge.value." + value).in(language);
        };
    }

    /** As pages write numbers: the Finnish way in every language, so that 1.240 and 1,240 never mean each other. */
    private static String number(BigDecimal number, Locale language) {
        var format = NumberFormat.getNumberInstance(Locale.of(language.getLanguage(), "FI"));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }
}

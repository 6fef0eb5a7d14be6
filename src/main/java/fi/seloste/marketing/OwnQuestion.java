package fi.seloste.marketing;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.register.CustomField;
import fi.seloste.register.CustomField.Holder;
import fi.seloste.register.CustomField.Kind;
import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a field of this company's own. Its answer is of the field's category, in whose table the values lie: a login that may not read the category is
 * refused by the database, whatever is asked here.
 */
record OwnQuestion(CustomField field, How how) implements Question {

    /** Longer than this is no answer: the index of values holds no more. */
    private static final String INDEXED = "octet_length(v.value) <= 800 and ";

    private static final String VALUE = INDEXED + "v.value collate \"C\" ";

    private static final List<String> YES_NO = List.of("yes", "no");

    /** How a field is asked; the words are kept with audiences. */
    enum How {
        IS("", Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.CHOICE, Kind.YES_NO),
        CONTAINS("contains", Kind.TEXT),
        FROM("from", Kind.NUMBER),
        TO("to", Kind.NUMBER),
        SINCE("since", Kind.DATE),
        BEFORE("before", Kind.DATE),
        KNOWN("known", Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.CHOICE, Kind.YES_NO);

        private final String word;
        private final Set<Kind> kinds;

        How(String word, Kind... kinds) {
            this.word = word;
            this.kinds = EnumSet.copyOf(List.of(kinds));
        }

        String word() {
            return word;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean asks(Kind kind) {
            return kinds.contains(kind);
        }

        static List<How> of(Kind kind) {
            return Arrays.stream(values()).filter(one -> one.asks(kind)).toList();
        }

        String code(String key) {
            return OwnQuestions.PREFIX + key + (word.isEmpty() ? "" : ":" + word);
        }
    }

    @Override
    public String code() {
        return how.code(field.key());
    }

    @Override
    public Form form() {
        if (how == How.KNOWN) {
            return Form.CHOICE;
        }
        return switch (field.kind()) {
            case TEXT -> Form.TEXT;
            case NUMBER -> Form.NUMBER;
            case DATE -> Form.DAY;
            case CHOICE, YES_NO -> Form.CHOICE;
        };
    }

    @Override
    public String category() {
        return field.category();
    }

    @Override
    public String checked(String value) {
        if (how == How.KNOWN) {
            if (!YES_NO.contains(value)) {
                throw Problem.invalid("value", "marketing.own.yesOrNo", value);
            }
            return value;
        }
        try {
            return how == How.CONTAINS
                    ? Length.NAME.checked("value", value)
                    : Length.NAME.checked("value", field.checked(value));
        } catch (Problem.Invalid e) {
            throw e.in("value");
        }
    }

    @Override
    public String holds(String given) {
        return field.entity() == Holder.PERSON
                ? here("person", "p", given)
                : PostQuestions.atPost(here("organisation", "f", given));
    }

    private String here(String entity, String owner, String given) {
        var some = "exists (select 1 from %s v where v.%s_id = %s.%s_id and v.custom_field_id = '%s'"
                .formatted(field.filing().table(), entity, owner, entity, field.id());
        return how == How.KNOWN
                ? "(%s = 'yes') = %s)".formatted(given, some)
                : "%s and %s)".formatted(some, compared(given));
    }

    private String compared(String given) {
        return switch (how) {
            case IS -> field.kind() == Kind.NUMBER ? number("=", given) : VALUE + "= " + given;
            case CONTAINS -> "strpos(lower(v.value collate \"fi-x-icu\"), " + given + ") > 0";
            case FROM -> number(">=", given);
            case TO -> number("<=", given);
            case SINCE -> VALUE + ">= " + given;
            case BEFORE -> VALUE + "< " + given;
            case KNOWN -> "true";
        };
    }

    /** Only values of this field are read as numbers, in whatever order the database looks at its conditions. */
    private String number(String sign, String given) {
        return INDEXED
                + "case when v.custom_field_id = '%s' then v.value::numeric end %s %s"
                        .formatted(field.id(), sign, given);
    }

    @Override
    public Object bound(String value) {
        if (form() == Form.NUMBER) {
            return new BigDecimal(value);
        }
        return how == How.CONTAINS ? value.toLowerCase(Locale.ROOT) : value;
    }

    @Override
    public Object shown(String value) {
        if (how == How.KNOWN || field.kind() == Kind.YES_NO) {
            return Said.of("marketing.own.value." + value);
        }
        return form() == Form.DAY ? LocalDate.parse(value) : value;
    }

    @Override
    public List<Option> options(@Nullable String typed, Locale language) {
        if (how == How.KNOWN || field.kind() == Kind.YES_NO) {
            return Questions.keyed(YES_NO, "marketing.own.value.");
        }
        return field.kind() == Kind.CHOICE ? Questions.plain(field.choices()) : List.of();
    }

    /** The field itself, whatever of it is asked. */
    static Object called(Holder holder, String name) {
        return holder == Holder.PERSON ? name : Said.of("marketing.own.ofOrganisation", name);
    }

    @Override
    public Said name() {
        return Said.of("marketing.own.field." + how.key(), called(field.entity(), field.name()));
    }

    @Override
    public Said said(String value) {
        var about = called(field.entity(), field.name());
        return how == How.KNOWN
                ? Said.of("marketing.own.condition.known." + value, about)
                : Said.of("marketing.own.condition." + how.key(), about, shown(value));
    }

    @Override
    public Said withheld(Object name) {
        return Said.of("marketing.audience.withheld.own", called(field.entity(), field.name()), name);
    }
}

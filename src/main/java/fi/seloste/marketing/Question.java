package fi.seloste.marketing;

import fi.seloste.base.Length;
import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be asked of people in an audience. A module that knows more about people adds a bean; it is told in words at
 * {@code marketing.field.<code>} and, with its value, at {@code marketing.condition.<code>}. In which order they are offered, {@code @Order} says.
 */
public interface Question {

    /** How its value is given. */
    enum Form {
        CHOICE,
        /** A choice among those that a part of the name finds. */
        SEARCH,
        TEXT,
        NUMBER,
        DAY
    }

    /** Kept with audiences, so it stays what it is. */
    String code();

    Form form();

    /** The value as it is kept; what makes no sense is refused at the field {@code value}. Length and emptiness have been looked at. */
    default String checked(String value) {
        return Length.NAME.checked("value", value);
    }

    /**
     * SQL that is true of a person {@code p}; {@code given} stands for the bound value, {@code :today} for the day. It runs in the marketing purpose
     * and, to count those whom marketing must not see, in keeping.
     */
    String holds(String given);

    /** What it is called. */
    default Said name() {
        return Said.of("marketing.field." + code());
    }

    /** The question with a value as a sentence about somebody. */
    default Said said(String value) {
        return Said.of("marketing.condition." + code(), shown(value));
    }

    /** The kept value as it is bound. */
    default Object bound(String value) {
        return value;
    }

    /** The kept value as it stands in a sentence: a text, a day, or a sentence of its own. */
    default Object shown(String value) {
        return value;
    }

    /** What can be chosen; labels may be keys of texts. Of a search what the typed part finds. */
    default List<Option> options(@Nullable String typed, Locale language) {
        return List.of();
    }

    /** The category of the notice that the answer is of. What marketing may not read of it is not offered, and refused by its name. */
    default String category() {
        return "contact-information";
    }

    /** Why it may not be asked, where the category says nothing of it; {@code name} is what the category is called in the notice in force. */
    default Said withheld(Object name) {
        return Said.of("marketing.audience.withheld.purpose", name(), name);
    }

    /** Why it cannot be answered any more, whatever the notice says; null where it can. */
    default @Nullable Said gone() {
        return null;
    }

    /** Whether there is all that an answer needs besides. */
    default boolean isAllowed() {
        return true;
    }
}

package fi.seloste.intake;

import fi.seloste.base.Problem;
import java.util.regex.Pattern;

/** Where a column goes. Its code is what a form and the API send: {@code email}, {@code phone#2 mobile}, {@code custom:Size}, {@code note}. */
public sealed interface Target {

    /** A field; the number tells a second address from the first, the label says what it is for. */
    record To(Field field, int number, String label) implements Target {}

    /** A custom field that is declared or to be declared under this name. */
    record Custom(String name) implements Target {}

    /** A line of the note that comes with the person. */
    record Note() implements Target {}

    /** Left out: by choice where the reason is empty, else by a rule that has a sentence of its own. */
    record Drop(String reason) implements Target {}

    /** Not decided yet. */
    record Unmapped() implements Target {}

    Pattern FIELD = Pattern.compile("([a-z-]+)(?:#(\\d{1,3}))?(?: (.{1,80}))?");

    static Target parse(String code) {
        var text = code.strip();
        if (text.equals("note")) {
            return new Note();
        }
        if (text.equals("unmapped") || text.isEmpty()) {
            return new Unmapped();
        }
        if (text.equals("drop") || text.startsWith("drop:")) {
            return new Drop(text.equals("drop") ? "" : text.substring(5));
        }
        if (text.startsWith("custom:") && text.length() > 7) {
            return new Custom(text.substring(7).strip());
        }
        var field = FIELD.matcher(text);
        if (!field.matches()) {
            throw Problem.invalid("mapping", "intake.mapping.unknownField", text);
        }
        var number = field.group(2) == null ? 1 : Integer.parseInt(field.group(2));
        return new To(Field.of(field.group(1)), number, field.group(3) == null ? "" : field.group(3));
    }

    default String code() {
        return switch (this) {
            case To(var field, var number, var label) ->
                field.code() + (number == 1 ? "" : "#" + number) + (label.isEmpty() ? "" : " " + label);
            case Custom(var name) -> "custom:" + name;
            case Note() -> "note";
            case Drop(var reason) -> reason.isEmpty() ? "drop" : "drop:" + reason;
            case Unmapped() -> "unmapped";
        };
    }

    /** What the mapping page says of the column. */
    default String sentence(Texts texts) {
        return switch (this) {
            case To to ->
                to.label().isEmpty()
                        ? texts.t(to.field().messageKey())
                        : texts.t(to.field().messageKey()) + " (" + to.label() + ")";
            case Custom(var name) -> texts.t("intake.target.custom", name);
            case Note() -> texts.t("intake.target.note");
            case Drop(var reason) -> texts.t(reason.isEmpty() ? "intake.target.drop" : "intake.drop." + reason);
            case Unmapped() -> texts.t("intake.target.unmapped");
        };
    }
}

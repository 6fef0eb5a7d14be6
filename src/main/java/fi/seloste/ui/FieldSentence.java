package fi.seloste.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.ObjectError;

/** Turns a complaint of the validator into one of our sentences. */
final class FieldSentence {

    private static final Set<String> KNOWN = Set.of(
            "NotBlank",
            "NotNull",
            "NotEmpty",
            "Size",
            "Email",
            "Pattern",
            "Min",
            "Max",
            "Positive",
            "Past",
            "PastOrPresent",
            "typeMismatch");

    private FieldSentence() {}

    /** A constraint's own {@code message = "register.email.malformed"} is a key of ours; else the constraint's kind says it. */
    static Said of(ObjectError error) {
        var message = error.getDefaultMessage();
        if (message != null && message.matches("[a-z][a-zA-Z]*(\\.[a-zA-Z0-9_-]+)+")) {
            return new Said(message, arguments(error));
        }
        var code = error.getCode();
        var kind = code != null && KNOWN.contains(code) ? code : "other";
        return new Said("ui.invalid." + kind, arguments(error));
    }

    // The validator's first argument names the field, the others are the constraint's attributes in alphabetical order.
    private static List<Object> arguments(ObjectError error) {
        var given = error.getArguments();
        if (given == null || "typeMismatch".equals(error.getCode())) {
            return List.of();
        }
        var kept = new ArrayList<Object>();
        Arrays.stream(given)
                .filter(argument -> argument instanceof Number || argument instanceof String)
                .filter(argument -> !(argument instanceof MessageSourceResolvable))
                .forEach(kept::add);
        return kept;
    }
}

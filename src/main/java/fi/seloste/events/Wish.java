package fi.seloste.events;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.Length;
import fi.seloste.base.PhoneNumber;
import fi.seloste.base.Problem;
import fi.seloste.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody sends who wants to come, looked over against what the event asks. Nothing that was not asked is taken. */
record Wish(
        String name,
        String email,
        @Nullable String organisation,
        @Nullable String phone,
        String language,
        List<Given> answers) {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");
    private static final Pattern CONTROL_BUT_BREAKS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    /** An answer; of a need with the words that were agreed to. */
    record Given(
            String id,
            String question,
            String value,
            @Nullable String agreed) {}

    /** How what an event asks is worded where the words are the product's own. */
    interface Wording {

        String question(Asked one);

        String agreement();
    }

    static Wish of(Event event, String language, Map<String, String> sent, Wording words) {
        var spoken = Texts.LANGUAGES.contains(language) ? language : event.languageFor(language);
        return new Wish(
                name(text(sent, "name")),
                EmailAddress.parse(text(sent, "email")).value(),
                event.asked(Asked.Kind.ORGANISATION.code())
                        .map(one -> line(one, "organisation", sent))
                        .filter(text -> !text.isEmpty())
                        .orElse(null),
                event.asked(Asked.Kind.PHONE.code())
                        .map(one -> line(one, "phone", sent))
                        .filter(text -> !text.isEmpty())
                        .map(Wish::phone)
                        .orElse(null),
                spoken,
                answers(event, sent, words));
    }

    private static String name(String text) {
        var name = Length.NAME.checked("name", text);
        if (name.isEmpty()) {
            throw Problem.invalid("name", "events.guest.name");
        }
        if (CONTROL.matcher(name).find()) {
            throw Problem.invalid("name", "events.oneLine");
        }
        return name;
    }

    private static String phone(String text) {
        return PhoneNumber.parse(text).toString();
    }

    private static String line(Asked one, String field, Map<String, String> sent) {
        var text = Words.line(field, text(sent, field), Length.NAME);
        if (one.required() && text.isEmpty()) {
            throw Problem.invalid(field, "events.guest.required");
        }
        return text;
    }

    private static List<Given> answers(Event event, Map<String, String> sent, Wording words) {
        var given = new ArrayList<Given>();
        for (var one : event.plan().asked()) {
            if (one.asksOwnWords() || one.asksNeed()) {
                var text = CONTROL_BUT_BREAKS
                        .matcher(Length.LINE.checked(
                                "a." + one.id(), text(sent, "a." + one.id()).replace("\r\n", "\n")))
                        .replaceAll(" ");
                if (one.required() && text.isEmpty()) {
                    throw Problem.invalid("a." + one.id(), "events.guest.required");
                }
                if (!text.isEmpty()) {
                    given.add(new Given(one.id(), words.question(one), text, agreed(one, sent, words)));
                }
            }
        }
        return List.copyOf(given);
    }

    /** Art. 9(2)(a): explicit consent, or it is not kept at all. */
    private static @Nullable String agreed(Asked one, Map<String, String> sent, Wording words) {
        if (!one.asksNeed()) {
            return null;
        }
        if (text(sent, "agree").isEmpty()) {
            throw Problem.invalid("agree", "events.guest.agree");
        }
        return words.agreement();
    }

    /** By which one registration is told from another of the same event. */
    String key() {
        return EmailAddress.parse(email).canonical().toLowerCase(Locale.ROOT);
    }

    private static String text(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }
}

package fi.seloste.cards;

import fi.seloste.staff.Staff;
import fi.seloste.ui.Option;
import fi.seloste.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What can be chosen in the fields of a card. */
@Component
class Choices {

    static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final Option NONE = new Option("", "–");
    private static final List<String> LANGUAGES =
            List.of("fi", "sv", "en", "et", "no", "da", "de", "fr", "es", "it", "nl", "pl", "lv", "lt", "ru", "uk");

    private final Staff staff;
    private final Texts texts;

    Choices(Staff staff, Texts texts) {
        this.staff = staff;
        this.texts = texts;
    }

    static List<Option> orNone(List<String> values, UnaryOperator<String> words) {
        return Stream.concat(Stream.of(NONE), values.stream().map(v -> new Option(v, words.apply(v))))
                .toList();
    }

    /** Those of the neighbourhood, and whichever the person has. */
    List<Option> languages(Locale locale, String known) {
        var codes = new ArrayList<>(LANGUAGES);
        if (!known.isEmpty() && !codes.contains(known)) {
            codes.add(known);
        }
        return orNone(codes, code -> Locale.of(code).getDisplayLanguage(locale));
    }

    /** Everybody who works here, and whoever has left and still is the owner. */
    List<Option> owners(String known) {
        var options = new ArrayList<Option>(List.of(NONE));
        staff.accounts().stream()
                .filter(a -> !a.isDisabled() || a.id().toString().equals(known))
                .forEach(a -> options.add(new Option(a.id().toString(), a.name())));
        if (known.matches(ID) && options.stream().noneMatch(o -> o.value().equals(known))) {
            var id = UUID.fromString(known);
            options.add(new Option(known, staff.names(List.of(id)).getOrDefault(id, known)));
        }
        return List.copyOf(options);
    }

    String yesOrNo(String code, Locale locale) {
        return texts.say(locale, code.equals("yes") ? "cards.yes" : "cards.no");
    }
}

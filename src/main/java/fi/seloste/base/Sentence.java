package fi.seloste.base;

import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A sentence not yet in a language: the key of a message and what fills it. The part of the key before its first dot names the file
 * of messages. Dates and weekdays are written as the language writes them, and a sentence may stand inside another.
 */
public record Sentence(String key, List<Object> arguments) implements Worded {

    /** The languages of the product; English is the one the others are checked against. */
    public static final List<Locale> LANGUAGES = List.of(Locale.of("fi"), Locale.of("sv"), Locale.ENGLISH);

    public Sentence {
        arguments = List.copyOf(arguments);
    }

    public static Sentence of(String key, Object... arguments) {
        return new Sentence(key, List.of(arguments));
    }

    @Override
    public String in(Locale language) {
        var words =
                arguments.stream().map(argument -> worded(argument, language)).toArray();
        return new MessageFormat(messages(language).getString(key), language).format(words);
    }

    private ResourceBundle messages(Locale language) {
        return ResourceBundle.getBundle(
                "messages/" + key.substring(0, key.indexOf('.')),
                language,
                Sentence.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Object worded(Object argument, Locale language) {
        return switch (argument) {
            case Worded words -> words.in(language);
            case LocalDate date -> date.format(dates(language));
            case ZonedDateTime time -> time.format(dates(language)) + " " + time.format(times(language));
            case DayOfWeek day -> day.getDisplayName(TextStyle.FULL_STANDALONE, language);
            default -> argument;
        };
    }

    private static DateTimeFormatter dates(Locale language) {
        return DateTimeFormatter.ofPattern(language.getLanguage().equals("en") ? "d MMMM yyyy" : "d.M.yyyy", language);
    }

    private static DateTimeFormatter times(Locale language) {
        return DateTimeFormatter.ofPattern(language.getLanguage().equals("en") ? "HH:mm" : "H.mm", language);
    }
}

package fi.seloste.ui;

import com.ibm.icu.text.CaseMap;
import fi.seloste.base.Worded;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How things are said in one language and time zone; for pages, mails and documents alike. */
public final class Wording {

    private final Texts texts;
    private final Locale locale;
    private final ZoneId zone;
    private final LocalDate today;

    public Wording(Texts texts, Locale locale, ZoneId zone, LocalDate today) {
        this.texts = texts;
        // Numbers are written the Finnish way in every language, so that 1.240 and 1,240 never mean each other.
        this.locale = Locale.of(locale.getLanguage(), "FI");
        this.zone = zone;
        this.today = today;
    }

    public Locale locale() {
        return locale;
    }

    public String lang() {
        return locale.getLanguage();
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDate today() {
        return today;
    }

    public boolean has(String key) {
        return texts.has(key);
    }

    public String t(String key, Object... arguments) {
        return texts.say(locale, key, Arrays.stream(arguments).map(this::spoken).toArray());
    }

    public String t(Said said) {
        return t(said.key(), said.arguments().toArray());
    }

    /** A text as a heading or a cell begins: with a capital letter. */
    public String heading(String text) {
        return CaseMap.toTitle().wholeString().noLowercase().apply(locale, null, text);
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? "" : formatter("date").format(date);
    }

    public String date(@Nullable Instant instant) {
        return instant == null ? "" : date(instant.atZone(zone).toLocalDate());
    }

    /** With the day of the week, for days that bind somebody. */
    public String day(@Nullable LocalDate date) {
        return date == null ? "" : formatter("day").format(date);
    }

    /** A square of a calendar: the weekday and the date, without the year. */
    public String shortDay(LocalDate date) {
        return formatter("shortDay").format(date);
    }

    public String time(@Nullable Instant instant) {
        return instant == null ? "" : formatter("time").format(instant.atZone(zone));
    }

    /** As short as it can be and still be understood: the time today, the day this year, else the whole date. */
    public String when(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        var at = instant.atZone(zone);
        if (at.toLocalDate().equals(today)) {
            return formatter("time").format(at);
        }
        return formatter(at.getYear() == today.getYear() ? "dayAndTime" : "date")
                .format(at);
    }

    /** Date and time in full. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : formatter("moment").format(instant.atZone(zone));
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    public String number(BigDecimal number) {
        return NumberFormat.getNumberInstance(locale).format(number);
    }

    public String percent(double share) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(share != 0 && Math.abs(share) < 0.1 ? 1 : 0);
        return format.format(share);
    }

    public String money(long minor) {
        return money(minor, "EUR");
    }

    public String money(long minor, String currency) {
        var unit = Currency.getInstance(currency);
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(unit.getDefaultFractionDigits());
        format.setMaximumFractionDigits(unit.getDefaultFractionDigits());
        var amount = format.format(BigDecimal.valueOf(minor, unit.getDefaultFractionDigits()));
        return amount + "\u00a0" + (currency.equals("EUR") ? "€" : currency);
    }

    public String size(long bytes) {
        if (bytes < 1000) {
            return number(bytes) + "\u00a0B";
        }
        var unit = bytes < 1_000_000 ? 1 : bytes < 1_000_000_000 ? 2 : 3;
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(bytes / Math.pow(1000, unit)) + "\u00a0" + "kMG".charAt(unit - 1) + "B";
    }

    private Object spoken(Object argument) {
        return switch (argument) {
            case LocalDate date -> date(date);
            case Instant instant -> when(instant);
            case Said said -> t(said);
            case Worded words -> words.in(locale);
            case Number number -> number;
            default -> argument.toString();
        };
    }

    private DateTimeFormatter formatter(String kind) {
        return DateTimeFormatter.ofPattern(
                texts.say(locale, "ui.format." + kind).replace('"', '\''), locale);
    }
}

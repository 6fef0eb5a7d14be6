package fi.seloste.base;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.regex.Pattern;

/** A telephone number in E.164 with its extension, empty where it has none; what is written without a country code is Finnish. */
public record PhoneNumber(String value, String extension) {

    private static final String HOME = "FI";
    private static final Pattern EXTENSION = Pattern.compile("(?iu)\\b(alanumero|alanro|anknytning|ankn|ext)\\b\\.?:?");
    private static final Pattern EXCEL = Pattern.compile("\\d([.,]\\d+)?E\\+?\\d+", Pattern.CASE_INSENSITIVE);
    private static final Pattern WRITTEN =
            Pattern.compile("(?i)(tel:)?[+(\\d][\\d\\s()/.+\\u2010-\\u2015\\u00A0-]*((ext\\.|[x#,]|;ext=)\\s*\\d+)?");

    public static PhoneNumber parse(String text) {
        return parse(text, HOME);
    }

    public static PhoneNumber parse(String text, String region) {
        var written = EXTENSION.matcher(text.strip()).replaceAll("ext.");
        if (EXCEL.matcher(written).matches()) {
            throw Problem.invalid("phone", "value.phone.roundedByExcel", Shortened.of(text));
        }
        if (!WRITTEN.matcher(written.replaceAll("[\\u200B-\\u200F\\u202A-\\u202E\\uFEFF]", ""))
                .matches()) {
            throw malformed(text);
        }
        try {
            return of(PhoneNumberUtil.getInstance().parse(written, region), written, text);
        } catch (NumberParseException e) {
            throw malformed(text);
        }
    }

    // A number with a country code may be of a range that our tables do not know yet, so there its length is enough.
    private static PhoneNumber of(Phonenumber.PhoneNumber number, String written, String text) {
        var util = PhoneNumberUtil.getInstance();
        var abroad = written.startsWith("+") || written.startsWith("00") || written.startsWith("tel:+");
        if (!(util.isValidNumber(number) || abroad && util.isPossibleNumber(number))) {
            throw malformed(text);
        }
        var digits = new Phonenumber.PhoneNumber().mergeFrom(number).clearExtension();
        return new PhoneNumber(util.format(digits, PhoneNumberFormat.E164), number.getExtension());
    }

    private static Problem malformed(String text) {
        return Problem.invalid("phone", "value.phone.malformed", Shortened.of(text));
    }

    /** As people read it: +358 40 123 4567. */
    public String display() {
        try {
            var util = PhoneNumberUtil.getInstance();
            var shown = util.format(util.parse(value, HOME), PhoneNumberFormat.INTERNATIONAL);
            return extension.isEmpty() ? shown : shown + " (" + extension + ")";
        } catch (NumberParseException e) {
            return toString();
        }
    }

    /** E.164, and the extension as RFC 3966 has it. */
    @Override
    public String toString() {
        return extension.isEmpty() ? value : value + ";ext=" + extension;
    }
}

package fi.seloste.base;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A VAT number with its country: the forms of the member states (Directive 2006/112/EC Art. 215), Northern Ireland, Norway, Britain
 * and Switzerland. Where the check is simple it is made; the rest is for VIES to say.
 */
public record VatId(String value) {

    private static final Map<String, Pattern> FORMS = Map.ofEntries(
            form("AT", "U\\d{8}"),
            form("BE", "[01]\\d{9}"),
            form("BG", "\\d{9,10}"),
            form("CY", "\\d{8}[A-Z]"),
            form("CZ", "\\d{8,10}"),
            form("DE", "\\d{9}"),
            form("DK", "\\d{8}"),
            form("EE", "\\d{9}"),
            form("EL", "\\d{9}"),
            form("ES", "[A-Z0-9]\\d{7}[A-Z0-9]"),
            form("FI", "\\d{8}"),
            form("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}"),
            form("HR", "\\d{11}"),
            form("HU", "\\d{8}"),
            form("IE", "\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}"),
            form("IT", "\\d{11}"),
            form("LT", "(\\d{9}|\\d{12})"),
            form("LU", "\\d{8}"),
            form("LV", "\\d{11}"),
            form("MT", "\\d{8}"),
            form("NL", "\\d{9}B\\d{2}"),
            form("PL", "\\d{10}"),
            form("PT", "\\d{9}"),
            form("RO", "\\d{2,10}"),
            form("SE", "\\d{12}"),
            form("SI", "\\d{8}"),
            form("SK", "\\d{10}"),
            form("XI", "(\\d{9}|\\d{12})"),
            form("GB", "(\\d{9}|\\d{12})"),
            form("NO", "\\d{9}(MVA)?"),
            form("CHE", "\\d{9}(MWST|TVA|IVA)?"));

    private static final Map<String, Predicate<String>> CHECKS = Map.of(
            "FI", VatId::isFinnish,
            "SE", number -> isLuhn(number.substring(0, 10)),
            "EE", number -> weighted(number, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0,
            "DK", number -> weighted(number, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0,
            "NO", number -> weighted(number, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0,
            "BE", number -> 97 - Long.parseLong(number.substring(0, 8)) % 97 == Long.parseLong(number.substring(8)),
            "PL", number -> weighted(number, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == number.charAt(9) - '0',
            "LU", number -> Long.parseLong(number.substring(0, 6)) % 89 == Long.parseLong(number.substring(6)),
            "DE", VatId::isGerman);

    public static VatId parse(String text) {
        var written = text.toUpperCase(Locale.ROOT).replaceAll("[\\s.\\-\\u00A0\\u2010-\\u2013]", "");
        var country = written.startsWith("CHE") ? "CHE" : written.substring(0, Math.min(2, written.length()));
        var form = FORMS.get(country.equals("GR") ? "EL" : country);
        var number = written.substring(country.length());
        if (form == null || !form.matcher(number).matches()) {
            throw Problem.invalid("vatId", "value.vatId.malformed", Shortened.of(text));
        }
        var check = CHECKS.get(country);
        if (check != null && !check.test(number)) {
            throw Problem.invalid("vatId", "value.vatId.check", Shortened.of(text));
        }
        return new VatId((country.equals("GR") ? "EL" : country) + number);
    }

    public String country() {
        var prefix = value.substring(0, 2);
        return prefix.equals("EL") ? "GR" : prefix.equals("XI") ? "GB" : prefix;
    }

    private static Map.Entry<String, Pattern> form(String country, String pattern) {
        return entry(country, Pattern.compile(pattern));
    }

    private static boolean isFinnish(String number) {
        try {
            BusinessId.parse(number);
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    private static int weighted(String number, int... weights) {
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += weights[i] * (number.charAt(i) - '0');
        }
        return sum;
    }

    private static boolean isLuhn(String number) {
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            var digit = (number.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    // ISO 7064, modulus 11 and 10
    private static boolean isGerman(String number) {
        var product = 10;
        for (var i = 0; i < 8; i++) {
            var sum = (number.charAt(i) - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10 == number.charAt(8) - '0';
    }

    @Override
    public String toString() {
        return value;
    }
}

package fi.seloste.base;

import java.util.regex.Pattern;

/** A Finnish Business ID (Y-tunnus): seven digits and a check digit, 1234567-1; the old form of six digits gets its leading zero. */
public record BusinessId(String value) {

    private static final Pattern WRITTEN =
            Pattern.compile("(?:FI)?\\s*(\\d{6,7})\\s*[-\\u2010-\\u2013]?\\s*(\\d)", Pattern.CASE_INSENSITIVE);
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2};

    public static BusinessId parse(String text) {
        var matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            throw Problem.invalid("businessId", "value.businessId.malformed", Shortened.of(text));
        }
        var digits = "0".repeat(7 - matcher.group(1).length()) + matcher.group(1);
        var check = matcher.group(2).charAt(0) - '0';
        if (check != checkDigit(digits)) {
            throw Problem.invalid("businessId", "value.businessId.check", Shortened.of(text));
        }
        return new BusinessId(digits + "-" + check);
    }

    /** Whether a text is one, check digit and all. */
    public static boolean isValid(String text) {
        var matcher = WRITTEN.matcher(text.strip());
        return matcher.matches()
                && matcher.group(2).charAt(0) - '0'
                        == checkDigit("0".repeat(7 - matcher.group(1).length()) + matcher.group(1));
    }

    /** The digit that must follow, or -1 where no Business ID begins like this: a remainder of 1 is never given out. */
    private static int checkDigit(String digits) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        var rest = sum % 11;
        return rest == 0 ? 0 : rest == 1 ? -1 : 11 - rest;
    }

    public VatId vatId() {
        return new VatId("FI" + value.replace("-", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}

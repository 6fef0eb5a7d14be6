package fi.seloste.notice;

import java.util.regex.Pattern;

/** The Finnish Business ID: seven digits and a check digit by weights 7, 9, 10, 5, 8, 4, 2 modulo 11. */
final class BusinessId {

    private static final Pattern FORM = Pattern.compile("\\d{7}-\\d");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2};

    private BusinessId() {}

    static boolean isValid(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (text.charAt(i) - '0');
        }
        int check = sum % 11 == 0 ? 0 : 11 - sum % 11;
        return check == text.charAt(8) - '0';
    }
}

package fi.seloste.ui;

import java.security.SecureRandom;

/** A short number to tell on the telephone; without letters and digits that sound or look alike. */
final class Reference {

    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    static String next() {
        var reference = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            reference.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
            if (i == 3) {
                reference.append('-');
            }
        }
        return reference.toString();
    }
}

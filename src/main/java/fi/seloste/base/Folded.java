package fi.seloste.base;

import java.text.Normalizer;
import java.util.Locale;

/** Text as it is searched and compared: lower case, without accents, single blanks. */
public final class Folded {

    private Folded() {}

    public static String of(String text) {
        var decomposed = Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var plain = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString().replace('ø', 'o').replace("ß", "ss").replaceAll("\\s+", " ");
    }
}

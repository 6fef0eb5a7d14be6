package fi.seloste.base;

import com.ibm.icu.text.IDNA;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The name of a domain as people write it, where the wire writes it in ASCII: {@code xn--shkyhti-5wa8ne} is {@code sähköyhtiö}. Only letters that are
 * ASCII's own with a mark, and the few of our neighbours, are shown so: what looks like another letter stays as the wire has it.
 */
public final class DomainName {

    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE | IDNA.CHECK_BIDI);
    private static final String NEIGHBOURS = "æœøßþðłđ";
    private static final String ACE = "xn--";

    private DomainName() {}

    public static String shown(String domain) {
        if (!domain.toLowerCase(Locale.ROOT).contains(ACE)) {
            return domain;
        }
        var info = new IDNA.Info();
        var name = NAMES.nameToUnicode(domain, new StringBuilder(), info).toString();
        return info.hasErrors() || !name.codePoints().allMatch(DomainName::isPlain) ? domain : name;
    }

    /** The same of an address, whose part before the sign stays. */
    public static String shownIn(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at + 1) + shown(address.substring(at + 1));
    }

    private static boolean isPlain(int letter) {
        var bare = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
        return bare.charAt(0) < 0x80 || NEIGHBOURS.indexOf(letter) >= 0;
    }
}

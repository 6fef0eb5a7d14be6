package fi.seloste.base;

import com.ibm.icu.text.IDNA;
import java.util.Locale;

/**
 * The name of a domain as people write it, where the wire writes it in ASCII: {@code xn--shkyhti-5wa8ne} is {@code sähköyhtiö}. Only ASCII and the
 * letters that Europe's Latin alphabets hold and that differ from ASCII at a glance are shown so: what looks like another letter stays as the wire has it.
 */
public final class DomainName {

    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE | IDNA.CHECK_BIDI);
    /** A list and not a rule: a mark below a letter or across it, or an i with another dot, is easily read past. */
    private static final String EUROPEAN = "àáâãäåæçèéêëíîïðñòóôõöøùúûüýþßāčďēěīňœřšūůžőű";

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
        return letter < 0x80 || EUROPEAN.indexOf(letter) >= 0;
    }
}

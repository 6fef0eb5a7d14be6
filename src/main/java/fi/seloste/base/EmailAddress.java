package fi.seloste.base;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An e-mail address as it is written to: trimmed, its domain in lower case and in ASCII. Two spellings that reach the same person
 * share the canonical form, which bans and duplicates go by.
 */
public record EmailAddress(String value) {

    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+(?=[a-z0-9-]*[a-z])[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF\\u00AD]");
    private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");
    private static final Set<String> ROLES = Set.of(
            "info",
            "office",
            "sales",
            "support",
            "help",
            "contact",
            "admin",
            "hello",
            "mail",
            "post",
            "postmaster",
            "webmaster",
            "billing",
            "invoices",
            "invoicing",
            "accounting",
            "hr",
            "jobs",
            "marketing",
            "press",
            "noreply",
            "no-reply",
            "toimisto",
            "myynti",
            "asiakaspalvelu",
            "tuki",
            "laskut",
            "laskutus",
            "talous",
            "kirjaamo",
            "viestinta",
            "markkinointi",
            "neuvonta",
            "rekry",
            "vaihde",
            "kontakt",
            "kundtjanst",
            "faktura",
            "ekonomi",
            "forsaljning",
            "registrator");

    // UTS 46 non-transitional: ß and ς stay themselves, as browsers and registries have it
    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI);

    public static EmailAddress parse(String text) {
        var written = INVISIBLE.matcher(text.strip()).replaceAll("").strip();
        var at = written.lastIndexOf('@');
        if (at <= 0 || at == written.length() - 1) {
            throw malformed(text);
        }
        var local = written.substring(0, at);
        var domain = ascii(written.substring(at + 1), text);
        if (local.length() > 64
                || local.length() + domain.length() > 253
                || !LOCAL.matcher(local).matches()) {
            throw malformed(text);
        }
        return new EmailAddress(local + "@" + domain);
    }

    private static String ascii(String domain, String text) {
        var plain = domain;
        if (!domain.chars().allMatch(c -> c < 128)) {
            var info = new IDNA.Info();
            plain = NAMES.nameToASCII(domain, new StringBuilder(), info).toString();
            if (info.hasErrors()) {
                throw malformed(text);
            }
        }
        var lower = plain.toLowerCase(Locale.ROOT);
        for (var label : lower.split("\\.", -1)) {
            if (label.length() > 63) {
                throw malformed(text);
            }
        }
        if (!DOMAIN.matcher(lower).matches()) {
            throw malformed(text);
        }
        return lower;
    }

    private static Problem malformed(String text) {
        return Problem.invalid("email", "value.email.malformed", Shortened.of(text));
    }

    public String local() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** Lower case, without the tag after a plus sign, and without dots where the provider ignores them. */
    public String canonical() {
        var local = local().toLowerCase(Locale.ROOT);
        var plus = local.indexOf('+');
        var bare = plus > 0 ? local.substring(0, plus) : local;
        return GMAIL.contains(domain()) ? bare.replace(".", "") + "@gmail.com" : bare + "@" + domain();
    }

    /** An address of a post, not of a person: several people may read it. */
    public boolean isRole() {
        return ROLES.contains(Folded.of(local()));
    }

    @Override
    public String toString() {
        return value;
    }
}

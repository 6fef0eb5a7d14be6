package fi.seloste.movers;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Contacts of Mautic: whether they may be contacted is a number (1 unsubscribed, 2 bounced, 3 by hand) or its word, or in a report a sentence for each
 * channel. A bounce is no word of the person's.
 */
final class Mautic {

    static final Set<String> BANNED = Set.of(
            "donotcontact",
            "do_not_contact",
            "do not contact",
            "dnc",
            "dnc_preferences",
            "dnc preferences",
            "do not contact preferences");
    /** Its list of contacts exported as it stands has these, and says of nobody whether they may be contacted. */
    private static final Set<String> OWN =
            Set.of("firstname", "lastname", "points", "preferred_locale", "date_identified", "last_active");

    private static final Pattern OF_CHANNEL =
            Pattern.compile("dnc (manually unsubscribed|unsubscribed|bounced): ([^,]+)");

    private Mautic() {}

    static boolean looksLike(Set<String> headers) {
        return headers.contains("email")
                && headers.stream().filter(OWN::contains).count() >= 2;
    }

    static Exported person(ExportRow row) {
        var one = new Exported();
        one.set("email", row.get("email"));
        one.set("given-name", row.get("firstname", "first_name", "first name"));
        one.set("family-name", row.get("lastname", "last_name", "last name"));
        one.set("organisation", row.get("company", "companyname", "company name", "primary company"));
        one.set("job-title", row.get("position", "job title"));
        one.set("phone", row.get("mobile", "phone"));
        one.set("language", row.get("preferred_locale", "locale"));
        one.set("tags", row.get("tags"));
        row.filled(BANNED).forEach((column, written) -> contact(row, one, column, written.toLowerCase(Locale.ROOT)));
        if (!one.isBanned() && !one.hasBounced()) {
            lists(row, one);
        }
        return one;
    }

    /** A file may say it in several columns, each of what it knows: a no in any of them is a no. */
    private static void contact(ExportRow row, Exported one, String column, String written) {
        switch (written) {
            case "0", "no", "false", "contactable" -> {}
            case "1", "unsubscribed", "yes", "true" -> one.set("unsubscribed", "unsubscribed");
            case "2", "bounced", "bounce" -> one.set("bounced", "bounced");
            case "3", "manual", "manually" -> one.set("unsubscribed", "manual");
            default -> byChannel(row, one, column, written);
        }
    }

    /** A no to text messages is none to mail, and is kept as a note; "DNC Bounced: Email" alone is a bounce. */
    private static void byChannel(ExportRow row, Exported one, String column, String written) {
        for (var part : written.split(",")) {
            var told = OF_CHANNEL.matcher(part.strip());
            if (!told.matches()) {
                throw row.wrong(column, written);
            }
            if (!told.group(2).strip().equals("email")) {
                one.note("Mautic", part);
            } else if (told.group(1).equals("bounced")) {
                one.set("bounced", "bounced");
            } else {
                one.set("unsubscribed", told.group(1));
            }
        }
    }

    private static void lists(ExportRow row, Exported one) {
        var segments = row.get("segments", "lists");
        for (var name : segments.isEmpty() ? new String[] {"Mautic"} : segments.split("[;,|]")) {
            if (!name.isBlank()) {
                one.on(name.strip(), false);
            }
        }
    }
}

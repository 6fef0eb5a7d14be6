package fi.seloste.movers;

import fi.seloste.movers.ExportReading.Row;
import java.util.Locale;
import java.util.Set;

/** Contacts of Mautic: whether they may be contacted is a number (1 unsubscribed, 2 bounced, 3 by hand) or its word. A bounce is no word of the person's. */
final class Mautic {

    static final Set<String> BANNED = Set.of("donotcontact", "do_not_contact", "do not contact", "dnc");

    private Mautic() {}

    static Exported person(Row row) {
        var one = new Exported();
        one.set("email", row.get("email"));
        one.set("given-name", row.get("firstname", "first_name", "first name"));
        one.set("family-name", row.get("lastname", "last_name", "last name"));
        one.set("organisation", row.get("company", "companyname", "primary company"));
        one.set("job-title", row.get("position", "job title"));
        one.set("phone", row.get("mobile", "phone"));
        one.set("language", row.get("preferred_locale", "locale"));
        one.set("tags", row.get("tags"));
        contact(row, one);
        return one;
    }

    private static void contact(Row row, Exported one) {
        var written = row.get(BANNED.toArray(String[]::new)).toLowerCase(Locale.ROOT);
        switch (written) {
            case "", "0", "no", "false", "contactable" -> lists(row, one);
            case "1", "unsubscribed", "yes", "true" -> one.set("unsubscribed", "unsubscribed");
            case "2", "bounced", "bounce" -> one.set("bounced", "bounced");
            case "3", "manual", "manually" -> one.set("unsubscribed", "manual");
            default -> throw row.wrong("doNotContact", written);
        }
    }

    private static void lists(Row row, Exported one) {
        var segments = row.get("segments", "lists");
        for (var name : segments.isEmpty() ? new String[] {"Mautic"} : segments.split("[;,|]")) {
            if (!name.isBlank()) {
                one.on(name.strip(), false);
            }
        }
    }
}

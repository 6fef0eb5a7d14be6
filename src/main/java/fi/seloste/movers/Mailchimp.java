package fi.seloste.movers;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members of a Mailchimp audience, a file for each state. Who unsubscribed said no to all that came from there. */
final class Mailchimp {

    private static final Set<String> READ = Set.of(
            "email address",
            "first name",
            "last name",
            "company",
            "organization",
            "phone number",
            "phone",
            "tags",
            "language",
            "notes");
    /** What the tool made of people, from where they clicked, and when: none of it is ours to keep. */
    private static final Set<String> TECHNICAL = Set.of(
            "member_rating",
            "optin_time",
            "optin_ip",
            "confirm_time",
            "confirm_ip",
            "latitude",
            "longitude",
            "gmtoff",
            "dstoff",
            "timezone",
            "cc",
            "region",
            "last_changed",
            "leid",
            "euid",
            "birthday",
            "unsub_time",
            "unsub_campaign_title",
            "unsub_campaign_id",
            "unsub_reason",
            "unsub_reason_other",
            "clean_time",
            "clean_campaign_title",
            "clean_campaign_id");

    private Mailchimp() {}

    enum State {
        SUBSCRIBED,
        UNSUBSCRIBED,
        CLEANED,
        NONSUBSCRIBED
    }

    /** Null where the name is of no list of members. */
    static @Nullable State state(String file) {
        var name = file.toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv")) {
            return null;
        }
        for (var state : State.values()) {
            if (name.startsWith(state.name().toLowerCase(Locale.ROOT) + "_")) {
                return state;
            }
        }
        return null;
    }

    static Exported person(ExportRow row, State state) {
        var one = new Exported();
        one.set("email", row.get("Email Address"));
        one.set("given-name", row.get("First Name"));
        one.set("family-name", row.get("Last Name"));
        one.set("organisation", row.get("Company", "Organization"));
        one.set("phone", row.get("Phone Number", "Phone"));
        one.set("language", row.get("LANGUAGE"));
        one.set("tags", row.get("TAGS").replace("\"", ""));
        one.note("Mailchimp", row.get("NOTES"));
        row.headers().stream()
                .filter(header -> !READ.contains(plain(header)) && !TECHNICAL.contains(plain(header)))
                .forEach(header -> one.note(header, row.get(header)));
        switch (state) {
            case SUBSCRIBED -> one.on("Mailchimp", false);
            case UNSUBSCRIBED -> one.set("unsubscribed", day(row.get("UNSUB_TIME"), "unsubscribed"));
            case CLEANED -> one.set("bounced", day(row.get("CLEAN_TIME"), "cleaned"));
            case NONSUBSCRIBED -> {}
        }
        return one;
    }

    /** Older exports name some columns twice, and the second of them is numbered where it is read. */
    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceFirst(" \\(\\d+\\)$", "");
    }

    private static String day(String time, String otherwise) {
        return time.isEmpty() ? otherwise : time.split(" ", 2)[0];
    }
}

package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The door to tags. */
@Component
public class Tagging {

    private static final int LONGEST = 60;

    private final Tags tags;
    private final Changes changes;
    private final Within within;
    private final Today today;

    Tagging(Tags tags, Changes changes, Within within, Today today) {
        this.tags = tags;
        this.changes = changes;
        this.within = within;
        this.today = today;
    }

    public List<String> of(Party party) {
        within.mustSee(party);
        return tags.of(party);
    }

    /** Every tag that people carry, to choose from. */
    public List<String> ofPeople() {
        return tags.known("person");
    }

    public List<String> ofOrganisations() {
        return tags.known("organisation");
    }

    public void add(Party party, String text, Actor actor) {
        within.mustChange(party);
        var tag = checked(text);
        if (tags.add(party, tag)) {
            changes.write(new By(actor, today.moment(), null), Changes.Entry.of(party, "tag", null, tag));
        }
    }

    public void remove(Party party, String text, Actor actor) {
        within.mustChange(party);
        var tag = checked(text);
        if (tags.remove(party, tag)) {
            changes.write(new By(actor, today.moment(), null), Changes.Entry.of(party, "tag", tag, null));
        }
    }

    private static String checked(String text) {
        var tag = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (tag.isEmpty() || tag.length() > LONGEST) {
            throw Problem.invalid("tag", "register.tag.malformed", LONGEST);
        }
        return tag;
    }
}

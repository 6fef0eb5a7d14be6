package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to tags. */
@Component
public class Tagging {

    private static final int LONGEST = 60;

    private final Tags tags;
    private final Selections selections;
    private final Changes changes;
    private final Readable readable;
    private final Evidence evidence;
    private final PartialRestrictions restricted;
    private final Within within;
    private final Today today;

    Tagging(
            Tags tags,
            Selections selections,
            Changes changes,
            Readable readable,
            Evidence evidence,
            PartialRestrictions restricted,
            Within within,
            Today today) {
        this.tags = tags;
        this.selections = selections;
        this.changes = changes;
        this.readable = readable;
        this.evidence = evidence;
        this.restricted = restricted;
        this.within = within;
        this.today = today;
    }

    public List<String> of(Party party) {
        within.mustSee(party);
        return tags.of(party);
    }

    /** Every tag that people carry, to choose from; none where the running purpose reads no tags. */
    public List<String> ofPeople() {
        return known("person");
    }

    public List<String> ofOrganisations() {
        return known("organisation");
    }

    private List<String> known(String entity) {
        return readable.of(List.of("register." + entity + "_tag")).isEmpty() ? List.of() : tags.known(entity);
    }

    /** Tags all of them; tells how many did not carry the tag before. The restricted are left alone. */
    public int add(Selection selection, String text, Actor actor) {
        var tag = checked(text);
        return written(selection, selections.tag(within.changeable(selection), tag), null, tag, actor);
    }

    /** Takes a tag from all of them; tells how many carried it. The restricted are left alone. */
    public int remove(Selection selection, String text, Actor actor) {
        var tag = checked(text);
        return written(selection, selections.untag(within.changeable(selection), tag), tag, null, actor);
    }

    private int written(
            Selection selection,
            List<Selections.Touched> touched,
            @Nullable String gone,
            @Nullable String added,
            Actor actor) {
        if (!touched.isEmpty()) {
            selections.write(new By(actor, today.moment(), null), selection.entity(), touched, "tag", added);
            evidence.record(
                    actor,
                    Act.of(added == null ? "tag-removed" : "tag-added")
                            .with(Map.of(
                                    "entity",
                                    selection.entity(),
                                    "count",
                                    touched.size(),
                                    "tag",
                                    String.valueOf(added == null ? gone : added))));
        }
        return touched.size();
    }

    public void add(Party party, String text, Actor actor) {
        within.mustChange(party);
        restricted.mustBeFree(party, PartialRestrictions.TAGS);
        var tag = checked(text);
        if (tags.add(party, tag)) {
            changes.write(new By(actor, today.moment(), null), Changes.Entry.of(party, "tag", null, tag));
        }
    }

    public void remove(Party party, String text, Actor actor) {
        within.mustChange(party);
        restricted.mustBeFree(party, PartialRestrictions.TAGS);
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

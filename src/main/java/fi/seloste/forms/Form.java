package fi.seloste.forms;

import fi.seloste.base.AccountId;
import fi.seloste.base.Length;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A form: where it stands, what becomes of what comes in, what it shows once it is published, and how far it has come. */
public record Form(UUID id, int version, Plan plan, Content content, Course course) {

    /** What is decided about it besides its words. The sites are those that may show it in a frame or send to it. */
    public record Plan(String name, String slug, String kind, Handling handling, List<String> sites) {

        private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?");
        /** Addresses of the house itself below {@code /f}. */
        private static final Set<String> OURS = Set.of("confirm", "download");

        private static final int MOST_SITES = 20;

        public Plan {
            name = Content.oneLine("name", Length.NAME.checked("name", name.strip()));
            if (name.isEmpty()) {
                throw Problem.invalid("name", "forms.name.missing");
            }
            slug = slug.strip().toLowerCase(Locale.ROOT);
            if (!SLUG.matcher(slug).matches() || OURS.contains(slug)) {
                throw Problem.invalid("slug", "forms.slug.malformed", Shortened.of(slug));
            }
            kind = Length.WORD.checked("kind", kind.strip());
            if (sites.size() > MOST_SITES) {
                throw Problem.invalid("sites", "value.list.tooMany", MOST_SITES, sites.size());
            }
            sites = sites.stream().map(Site::origin).distinct().toList();
        }

        /** The same, called otherwise and at an address of its own. */
        Plan at(String otherName, String otherSlug) {
            return new Plan(otherName, otherSlug, kind, handling, sites);
        }
    }

    /** Whose task it is where the person has no account manager, within how many working days, and what a kind of its own aims at. */
    public record Handling(@Nullable AccountId owner, int days, boolean confirm, String target) {

        private static final int LONGEST = 60;

        public Handling {
            if (days < 0 || days > LONGEST) {
                throw Problem.invalid("days", "forms.days", LONGEST);
            }
            target = Length.NAME.checked("target", target.strip());
        }

        public boolean makesTask() {
            return days > 0;
        }
    }

    /** Which edition visitors see, if any. */
    public record Course(
            State state,
            @Nullable UUID edition,
            int number,
            Instant changedAt,
            @Nullable Instant closedAt) {}

    /** What was published, with its number. */
    public record Edition(UUID id, UUID form, int number, Content content, Instant at) {

        Edition with(Content other) {
            return new Edition(id, form, number, other, at);
        }
    }

    public enum State {
        DRAFT,
        PUBLISHED,
        CLOSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public State state() {
        return course.state();
    }

    public String name() {
        return plan.name();
    }

    /** As the guard knows it. */
    String door() {
        return "form " + id;
    }

    void mustBeAt(int seen) {
        if (seen != version) {
            throw Problem.stale("forms.stale");
        }
    }

    // What others hear of, in the transaction in which it happens.

    /** Somebody's answers were taken in; proven where the address has answered that they are its reader's. */
    public record Submitted(UUID submission, UUID form, PersonId person, boolean proven) {}
}

package fi.seloste.flows;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.marketing.Campaign;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to people after something has begun it: what that is, in whose name and on which ground mails go, and how far the flow has come. */
public record Flow(
        UUID id,
        int version,
        Plan plan,
        Course course,
        @Nullable Drawing draft) {

    /** Without {@code againDays} nobody enters twice. */
    public record Plan(
            String name,
            Trigger trigger,
            Mailing mailing,
            @Nullable Integer againDays) {

        private static final int LONGEST = 3650;

        public Plan {
            name = Length.NAME.checked("name", name.strip());
            if (name.isEmpty()) {
                throw Problem.invalid("name", "flows.name.missing");
            }
            if (againDays != null && (againDays < 1 || againDays > LONGEST)) {
                throw Problem.invalid("againDays", "flows.again.range", LONGEST);
            }
        }
    }

    /** What its mails have in common: the declared purpose, the newsletter whose consents they rest on, the sender and the languages. */
    public record Mailing(String purpose, @Nullable String topic, Campaign.Sender sender, List<String> languages) {

        private static final List<String> KNOWN = List.of("fi", "sv", "en");

        public Mailing {
            purpose = Length.WORD.checked("ground", purpose.strip());
            languages = languages.stream().distinct().toList();
            if (languages.isEmpty()) {
                throw Problem.invalid("languages", "flows.languages.none");
            }
            for (var language : languages) {
                if (!KNOWN.contains(language)) {
                    throw Problem.invalid("languages", "flows.languages.unknown", language);
                }
            }
        }

        /** How a mail of the flow is planned as a campaign. It leaves as fast as it goes: people come one by one. */
        Campaign.Plan plan(String name) {
            return new Campaign.Plan(name, purpose, topic, sender, null, 0);
        }
    }

    public record Course(State state, @Nullable UUID edition, Instant changedAt) {}

    public enum State {
        DRAFT,
        RUNNING,
        PAUSED,
        ENDED;

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

    /** Whether people go through it or wait in it. */
    public boolean isBegun() {
        return state() == State.RUNNING || state() == State.PAUSED;
    }

    public boolean mayBeDrawn() {
        return state() != State.ENDED;
    }

    void mustBe(State... allowed) {
        for (var one : allowed) {
            if (state() == one) {
                return;
            }
        }
        throw Problem.conflict("flows.notNow." + state().code());
    }

    /** What somebody edits must be what they saw. */
    void mustBeAt(int seen) {
        mustBe(State.DRAFT, State.RUNNING, State.PAUSED);
        if (seen != version) {
            throw Problem.stale("flows.stale");
        }
    }
}

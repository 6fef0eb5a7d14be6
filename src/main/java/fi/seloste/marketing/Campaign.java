package fi.seloste.marketing;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message to many: on which declared ground, from whom, to which audience, in which words, how fast, and how far it has come. */
public record Campaign(UUID id, int version, Plan plan, Content content, Course course) {

    private static final int FASTEST = 100_000;

    /** Its readers were frozen and lie in the queue; nothing has left yet. In the transaction that froze them. */
    public record Begun(UUID id) {}

    /** A draft is being removed: what modules above keep about it goes in the same transaction. */
    public record Forgotten(UUID id) {}

    /**
     * What is decided about it besides its words. At 0 a minute it leaves as fast as the mail server takes it. With a topic it goes to those alone
     * who subscribed to it.
     */
    public record Plan(
            String name,
            String purpose,
            @Nullable String topic,
            Sender sender,
            @Nullable UUID audience,
            int perMinute) {

        public Plan {
            name = Length.NAME.checked("name", name.strip());
            if (name.isEmpty()) {
                throw Problem.invalid("name", "marketing.campaign.nameMissing");
            }
            purpose = Length.WORD.checked("purpose", purpose.strip());
            topic = topic == null || topic.isBlank() ? null : Length.WORD.checked("topic", topic.strip());
            if (perMinute < 0 || perMinute > FASTEST) {
                throw Problem.invalid("perMinute", "marketing.campaign.pace", FASTEST);
            }
        }

        /** To whom it concerns by their job, not to subscribers. */
        public Plan(String name, String purpose, Sender sender, @Nullable UUID audience, int perMinute) {
            this(name, purpose, null, sender, audience, perMinute);
        }

        /** The same under another name, cut where it would be too long. */
        public Plan named(String other) {
            return new Plan(
                    other.substring(0, Math.min(other.length(), 200)), purpose, topic, sender, audience, perMinute);
        }

        /** A mail of a flow stands on the ground of its flow and goes to whoever comes to it: it may be written anew, and be no other mail. */
        void mustGoTo(Plan other) {
            if (!purpose.equals(other.purpose) || !Objects.equals(topic, other.topic)) {
                throw Problem.invalid("purpose", "campaigns.ofFlow.ground");
            }
            if (!Objects.equals(audience, other.audience)) {
                throw Problem.invalid("audience", "campaigns.ofFlow.audience");
            }
        }

        boolean isAsFastAsItGoes() {
            return perMinute == 0;
        }
    }

    /**
     * Whom the reader takes it to be from, and where an answer goes if not to the address it comes from. A chosen sender has a name and an address
     * of its own; what is said here goes before it.
     */
    public record Sender(
            String name, @Nullable String replyTo, @Nullable UUID chosen) {

        /** The house's own. */
        public Sender(String name, @Nullable String replyTo) {
            this(name, replyTo, null);
        }

        public Sender {
            name = Length.NAME.checked("senderName", name.strip());
            if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
                throw Problem.invalid("senderName", "marketing.content.oneLine");
            }
            replyTo = replyTo == null || replyTo.isBlank() ? null : checked(replyTo);
        }

        private static String checked(String address) {
            try {
                return EmailAddress.parse(address).value();
            } catch (Problem.Invalid problem) {
                throw problem.in("replyTo");
            }
        }
    }

    /** When what happened, or will. */
    public record Course(
            State state,
            @Nullable Instant startsAt,
            Instant changedAt,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt) {}

    public enum State {
        DRAFT,
        SCHEDULED,
        SENDING,
        PAUSED,
        SENT,
        CANCELLED;

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

    /** Its words; whoever subscribed gets it because of that, and no other reason has to be written. */
    public Content said() {
        return plan.topic() == null ? content : content.whySubscribed();
    }

    /** Sent by somebody, however far it has come. */
    public boolean isOnItsWay() {
        return isBegun() || isSetOff();
    }

    /** Somebody sent it, and it is being found out who gets it. */
    public boolean isSetOff() {
        return state() == State.SCHEDULED && course.startsAt() == null;
    }

    /** The time for which it was scheduled; null for one that leaves as soon as it is sent. */
    @Nullable
    Instant due() {
        return state() == State.SCHEDULED ? course.startsAt() : null;
    }

    /** Whether readers would get the same, from the same, as fast: what staff call it is theirs. */
    boolean reads(Plan other, Content words) {
        return plan.named("-").equals(other.named("-")) && content.equals(words);
    }

    public boolean isDraft() {
        return state() == State.DRAFT;
    }

    /** Whether it has gone out to anybody, so that there is something to report. */
    public boolean isBegun() {
        return course.begunAt() != null;
    }

    void mustBe(State... allowed) {
        for (var one : allowed) {
            if (state() == one) {
                return;
            }
        }
        throw Problem.conflict("marketing.campaign.notNow." + state().code());
    }

    /** What somebody edits must be what they saw. */
    void mustBeAt(int seen) {
        mustBe(State.DRAFT);
        if (seen != version) {
            throw Problem.stale("marketing.campaign.stale");
        }
    }
}

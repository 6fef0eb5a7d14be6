package fi.seloste.flows;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fi.seloste.base.LegalTime;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that a flow does with somebody. Its id stays in the next editions, so that it can be followed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Wait.class, name = "wait"),
    @JsonSubTypes.Type(value = Step.Mail.class, name = "mail"),
    @JsonSubTypes.Type(value = Step.Condition.class, name = "condition"),
    @JsonSubTypes.Type(value = Step.Task.class, name = "task"),
    @JsonSubTypes.Type(value = Step.Stop.class, name = "stop")
})
public sealed interface Step {

    UUID id();

    /** The code of its kind, told in words at {@code flows.step.CODE}. */
    default String code() {
        return switch (this) {
            case Wait ignored -> "wait";
            case Mail ignored -> "mail";
            case Condition ignored -> "condition";
            case Task ignored -> "task";
            case Stop ignored -> "stop";
        };
    }

    /** Nothing for a while; with {@code working} on until it is between nine and four on a working day, in the place of the house. */
    record Wait(UUID id, int days, int hours, boolean working) implements Step {

        private static final int LONGEST = 730;
        private static final LocalTime OPENS = LocalTime.of(9, 0);
        private static final LocalTime CLOSES = LocalTime.of(16, 0);

        public Wait {
            if (days < 0 || days > LONGEST) {
                throw Problem.invalid("days", "flows.wait.days", LONGEST);
            }
            if (hours < 0 || hours > 23) {
                throw Problem.invalid("hours", "flows.wait.hours");
            }
        }

        /** A day is a day of the calendar: in the night when clocks change it is an hour longer or shorter. */
        public Instant until(Instant from, ZoneId place) {
            var at = from.atZone(place).plusDays(days).plusHours(hours);
            if (!working) {
                return at.toInstant();
            }
            var day = at.toLocalTime().isBefore(CLOSES)
                    ? at.toLocalDate()
                    : at.toLocalDate().plusDays(1);
            var open = LegalTime.workingDayFrom(day);
            return open.equals(at.toLocalDate()) && !at.toLocalTime().isBefore(OPENS)
                    ? at.toInstant()
                    : open.atTime(OPENS).atZone(place).toInstant();
        }
    }

    /** A message, written as a campaign that goes to one person at a time. */
    record Mail(UUID id, UUID campaign) implements Step {}

    /**
     * Whether somebody is in an audience, or answered a mail of this flow in a certain way; then one way, else the other. Both ways lead on after it. While
     * nothing is chosen it cannot begin.
     */
    record Condition(
            UUID id,
            @Nullable UUID audience,
            @Nullable UUID mail,
            @Nullable String answer,
            List<Step> yes,
            List<Step> no)
            implements Step {

        /** How a mail can be answered: codes of questions about audiences. */
        public static final List<String> ANSWERS = List.of("clicked", "opened", "not-clicked", "not-opened");

        public Condition {
            yes = List.copyOf(yes);
            no = List.copyOf(no);
            if (answer != null && !ANSWERS.contains(answer)) {
                throw Problem.invalid("answer", "flows.condition.answer", answer, String.join(", ", ANSWERS));
            }
        }

        Condition with(boolean ofYes, List<Step> steps) {
            return new Condition(id, audience, mail, answer, ofYes ? steps : yes, ofYes ? no : steps);
        }

        List<Step> way(boolean ofYes) {
            return ofYes ? yes : no;
        }

        public boolean isChosen() {
            return audience != null || (mail != null && answer != null);
        }
    }

    /** Something for an employee to do within so many working days: for whoever looks after the person, else for the one who is named. */
    record Task(UUID id, String text, int days, @Nullable UUID owner) implements Step {

        private static final int LONGEST = 60;

        public Task {
            text = Length.LINE.checked("text", text.strip());
            if (days < 0 || days > LONGEST) {
                throw Problem.invalid("days", "flows.task.days", LONGEST);
            }
        }
    }

    /** Here somebody leaves. */
    record Stop(UUID id) implements Step {}
}
